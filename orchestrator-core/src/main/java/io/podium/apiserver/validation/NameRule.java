package io.podium.apiserver.validation;

import java.util.List;
import java.util.function.Function;

/** The form that names of objects of a kind have. Which kind follows which rule is part of the kind. */
public enum NameRule {
    /** A DNS subdomain: most kinds. */
    SUBDOMAIN(Formats::dns1123Subdomain, Formats::dns1123Subdomain),
    /** A DNS label: namespaces, and what becomes a host name. */
    LABEL(Formats::dns1123Label, Formats::dns1123Label),
    /** A DNS label that begins with a letter: services. */
    LABEL_1035(Formats::dns1035Label, Formats::dns1035Label),
    /** Anything that fits between two slashes of a URL: roles and their bindings. */
    PATH_SEGMENT(Formats::pathSegment, Formats::pathSegment);

    private final Function<String, List<String>> name;
    private final Function<String, List<String>> prefix;

    NameRule(Function<String, List<String>> name, Function<String, List<String>> prefix) {
        this.name = name;
        this.prefix = prefix;
    }

    /**
     * What is wrong with a name.
     *
     * @param text the name
     * @return a sentence for each problem, in Kubernetes' words
     */
    public List<String> nameProblems(String text) {
        return name.apply(text);
    }

    /**
     * What is wrong with the beginning of a name, which may end in a dash because more follows.
     *
     * @param text {@code metadata.generateName}
     * @return a sentence for each problem, in Kubernetes' words
     */
    public List<String> prefixProblems(String text) {
        boolean masked = this != PATH_SEGMENT && text.length() > 1 && text.endsWith("-");
        return prefix.apply(masked ? text.substring(0, text.length() - 2) + "a" : text);
    }
}
