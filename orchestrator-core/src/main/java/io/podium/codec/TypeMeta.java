package io.podium.codec;

import java.util.Objects;

/** What an encoded object says of itself in {@code apiVersion} and {@code kind}; empty where it says nothing. */
final class TypeMeta {
    static final String API_VERSION = "apiVersion";
    static final String KIND = "kind";

    private String apiVersion = "";
    private String kind = "";
    private boolean saidApiVersion;
    private boolean saidKind;

    static boolean takes(String field) {
        return field.equals(API_VERSION) || field.equals(KIND);
    }

    /** Notes that the field is there; false if it was there before. */
    boolean meets(String field) {
        boolean before = field.equals(KIND) ? saidKind : saidApiVersion;
        if (field.equals(KIND)) {
            saidKind = true;
        } else {
            saidApiVersion = true;
        }
        return !before;
    }

    void say(String field, String value) {
        if (field.equals(KIND)) {
            kind = value;
        } else {
            apiVersion = value;
        }
    }

    String apiVersion() {
        return apiVersion;
    }

    String kind() {
        return kind;
    }

    boolean disagreesWith(String expectedApiVersion, String expectedKind) {
        return !apiVersion.isEmpty() && !Objects.equals(apiVersion, expectedApiVersion)
                || !kind.isEmpty() && !Objects.equals(kind, expectedKind);
    }
}
