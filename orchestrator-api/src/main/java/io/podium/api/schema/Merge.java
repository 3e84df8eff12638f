package io.podium.api.schema;

import java.util.List;

/**
 * How the value of a field is merged: who may own which part of it (server-side apply), and how a strategic merge patch treats it.
 *
 * @param granularity how server-side apply divides the value among its owners
 * @param keys the fields that identify an element of a list whose granularity is {@link Granularity#BY_KEY}
 * @param strategic whether a strategic merge patch merges the list instead of replacing it
 * @param patchKey the field that identifies an element to a strategic merge patch, empty for a list of scalars
 * @param retainKeys whether a strategic merge patch may carry {@code $retainKeys} for the value
 */
public record Merge(
        Granularity granularity, List<String> keys, boolean strategic, String patchKey, boolean retainKeys) {

    /** What a field gets that says nothing: lists are atomic, records and maps divide by field. */
    public static final Merge PLAIN = new Merge(Granularity.DEFAULT, List.of(), false, "", false);

    /** How a value is divided among its owners. */
    public enum Granularity {
        /** Records and maps by field, lists not at all. */
        DEFAULT,
        /** Not at all. */
        ATOMIC,
        /** A list of distinct scalars, by element. */
        BY_VALUE,
        /** A list of records, by the values of their {@link Merge#keys}. */
        BY_KEY
    }

    /** Copies the keys. */
    public Merge {
        keys = List.copyOf(keys);
    }
}
