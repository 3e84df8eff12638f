package io.podium.apiserver.rules.pod;

import io.podium.api.core.HostAlias;
import io.podium.api.core.PodDNSConfig;
import io.podium.api.core.PodSpec;
import io.podium.apiserver.validation.Addresses;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;

/** Checks how a pod resolves names. */
final class DnsRules {
    private static final int MAX_SERVERS = 3;
    private static final int MAX_SEARCHES = 32;
    private static final int MAX_SEARCH_LIST = 2048;
    private static final List<String> POLICIES = List.of("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None");

    private DnsRules() {}

    static void check(PodSpec spec, Path path, Problems problems) {
        Checks.oneOf(spec.dnsPolicy(), POLICIES, path.child("dnsPolicy"), problems);
        var config = spec.dnsConfig();
        if (spec.dnsPolicy().equals("None")) {
            if (config == null) {
                problems.required(path.child("dnsConfig"), "must provide `dnsConfig` when `dnsPolicy` is None");
                return;
            }
            if (config.nameservers().isEmpty()) {
                problems.required(
                        path.child("dnsConfig").child("nameservers"),
                        "must provide at least one DNS nameserver when `dnsPolicy` is None");
                return;
            }
        }
        if (config != null) {
            checkConfig(config, path.child("dnsConfig"), problems);
        }
    }

    private static void checkConfig(PodDNSConfig config, Path path, Problems problems) {
        var servers = config.nameservers();
        if (servers.size() > MAX_SERVERS) {
            problems.invalid(path.child("nameservers"), servers, "must not have more than 3 nameservers");
        }
        for (int i = 0; i < servers.size(); i++) {
            problems.invalidAll(
                    path.child("nameservers").index(i), servers.get(i), Addresses.ipProblems(servers.get(i)));
        }
        checkSearches(config.searches(), path.child("searches"), problems);
        for (int i = 0; i < config.options().size(); i++) {
            if (config.options().get(i).name() == null
                    || config.options().get(i).name().isEmpty()) {
                problems.required(path.child("options").index(i), "must not be empty");
            }
        }
    }

    private static void checkSearches(List<String> searches, Path path, Problems problems) {
        if (searches.size() > MAX_SEARCHES) {
            problems.invalid(path, searches, "must not have more than " + MAX_SEARCHES + " search paths");
        }
        int length = searches.size() - 1;
        for (var search : searches) {
            length += search.length();
        }
        if (length > MAX_SEARCH_LIST) {
            problems.invalid(
                    path,
                    searches,
                    "must not have more than " + MAX_SEARCH_LIST + " characters (including spaces) in the search list");
        }
        for (int i = 0; i < searches.size(); i++) {
            var search = searches.get(i);
            if (!search.equals(".")) {
                var name = search.endsWith(".") ? search.substring(0, search.length() - 1) : search;
                problems.invalidAll(path.index(i), search, Formats.dns1123SubdomainWithUnderscore(name));
            }
        }
    }

    static void checkAliases(List<HostAlias> aliases, Path path, Problems problems) {
        for (int i = 0; i < aliases.size(); i++) {
            var alias = aliases.get(i);
            problems.invalidAll(path.index(i).child("ip"), alias.ip(), Addresses.ipProblems(alias.ip()));
            for (int j = 0; j < alias.hostnames().size(); j++) {
                var name = alias.hostnames().get(j);
                problems.invalidAll(path.index(i).child("hostnames").index(j), name, Formats.dns1123Subdomain(name));
            }
        }
    }
}
