package io.podium.apiserver.rules.pod;

import io.podium.api.core.WindowsSecurityContextOptions;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import org.jspecify.annotations.Nullable;

/** Checks the options of containers on Windows. */
final class WindowsRules {
    private static final int MAX_SPEC = 64 * 1024;
    private static final int MAX_DOMAIN = 256;
    private static final int MAX_USER = 104;
    private static final String NOT_IN_USERS = "\"/\\:;|=,+*?<>@[]";
    private static final String NOT_IN_DOMAINS = "\\/:*?\"<>|";

    private WindowsRules() {}

    static void check(@Nullable WindowsSecurityContextOptions options, Path path, Problems problems) {
        if (options == null) {
            return;
        }
        var name = options.gmsaCredentialSpecName();
        if (name != null) {
            problems.invalidAll(path.child("gmsaCredentialSpecName"), name, Formats.dns1123Subdomain(name));
        }
        var spec = options.gmsaCredentialSpec();
        if (spec != null && spec.isEmpty()) {
            problems.invalid(path.child("gmsaCredentialSpec"), spec, "gmsaCredentialSpec cannot be an empty string");
        } else if (spec != null && spec.length() > MAX_SPEC) {
            problems.invalid(path.child("gmsaCredentialSpec"), spec, "gmsaCredentialSpec size must be under 64 KiB");
        }
        if (options.runAsUserName() != null) {
            checkUser(options.runAsUserName(), path.child("runAsUserName"), problems);
        }
    }

    private static void checkUser(String name, Path path, Problems problems) {
        int slash = name.indexOf('\\');
        if (name.isEmpty()) {
            problems.invalid(path, name, "runAsUserName cannot be an empty string");
        } else if (name.chars().anyMatch(Character::isISOControl)) {
            problems.invalid(path, name, "runAsUserName cannot contain control characters");
        } else if (slash != name.lastIndexOf('\\')) {
            problems.invalid(path, name, "runAsUserName cannot contain more than one backslash");
        } else {
            if (slash >= 0) {
                checkDomain(name, name.substring(0, slash), path, problems);
            }
            checkAccount(name, name.substring(slash + 1), path, problems);
        }
    }

    private static void checkDomain(String name, String domain, Path path, Problems problems) {
        boolean dns = !domain.isEmpty()
                && Formats.dns1123Subdomain(domain.toLowerCase(java.util.Locale.ROOT))
                        .isEmpty();
        boolean netbios = !domain.isEmpty()
                && domain.length() <= 15
                && domain.charAt(0) != '.'
                && domain.chars().noneMatch(c -> NOT_IN_DOMAINS.indexOf(c) >= 0);
        if (domain.length() >= MAX_DOMAIN || !dns && !netbios) {
            problems.invalid(path, name, "runAsUserName's Domain doesn't match the NetBios nor the DNS format");
        }
    }

    private static void checkAccount(String name, String account, Path path, Problems problems) {
        if (account.isEmpty()) {
            problems.invalid(path, name, "runAsUserName's User cannot be empty");
        } else if (account.length() > MAX_USER) {
            problems.invalid(path, name, "runAsUserName's User length must not be longer than " + MAX_USER);
        }
        if (account.chars().allMatch(c -> c == '.' || c == ' ')) {
            problems.invalid(path, name, "runAsUserName's User cannot contain only periods or spaces");
        }
        if (account.chars().anyMatch(c -> NOT_IN_USERS.indexOf(c) >= 0)) {
            problems.invalid(path, name, "runAsUserName's User cannot contain any of " + NOT_IN_USERS);
        }
    }
}
