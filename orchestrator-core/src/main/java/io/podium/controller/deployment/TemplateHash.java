package io.podium.controller.deployment;

import io.podium.api.core.PodTemplateSpec;
import io.podium.api.schema.Schema;
import io.podium.codec.Trees;
import java.nio.charset.StandardCharsets;

/** Names a template: the same name for the same template, whatever the process, and hardly ever one for two. */
final class TemplateHash {
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
    private static final int FNV_OFFSET = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;

    private TemplateHash() {}

    /** The hash (FNV-1a) of a template and of how many collisions there have been, spelt with letters that make no words. */
    static String of(PodTemplateSpec template, int collisions) {
        var text = Trees.toTree(Schema.of(PodTemplateSpec.class), template).toString() + "/" + collisions;
        int hash = FNV_OFFSET;
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (next & 0xff)) * FNV_PRIME;
        }
        var name = new StringBuilder();
        for (char digit : Integer.toUnsignedString(hash).toCharArray()) {
            name.append(ALPHABET.charAt(digit % ALPHABET.length()));
        }
        return name.toString();
    }
}
