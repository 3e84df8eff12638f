package io.podium.apiserver.rules;

import io.podium.apiserver.validation.Formats;
import java.util.List;

/** The rules by which kinds check the names of their objects. What names are generated from may end in a dash, a name may not. */
public final class NameRules {
    private NameRules() {}

    /**
     * The rule of most kinds: a DNS subdomain (RFC 1123).
     *
     * @param name the name
     * @param prefix whether it is only the beginning of one
     * @return what is wrong with it
     */
    public static List<String> subdomain(String name, boolean prefix) {
        return Formats.dns1123Subdomain(prefix ? masked(name) : name);
    }

    /**
     * A DNS label (RFC 1123).
     *
     * @param name the name
     * @param prefix whether it is only the beginning of one
     * @return what is wrong with it
     */
    public static List<String> label(String name, boolean prefix) {
        return Formats.dns1123Label(prefix ? masked(name) : name);
    }

    /**
     * A DNS label that begins with a letter (RFC 1035).
     *
     * @param name the name
     * @param prefix whether it is only the beginning of one
     * @return what is wrong with it
     */
    public static List<String> letterLabel(String name, boolean prefix) {
        return Formats.dns1035Label(prefix ? masked(name) : name);
    }

    private static String masked(String prefix) {
        return prefix.length() > 1 && prefix.endsWith("-") ? prefix.substring(0, prefix.length() - 2) + "a" : prefix;
    }
}
