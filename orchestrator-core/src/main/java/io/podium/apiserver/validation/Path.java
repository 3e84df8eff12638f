package io.podium.apiserver.validation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The path of a field in an object, built while descending and printed only when something is wrong: {@code spec.containers[0].name}.
 *
 * <p>A path remembers the paths below it (fields by the constant that names them, the first elements of a list), so that checking one
 * object after the other from a path that is kept allocates nothing. What it remembers is bounded.
 */
public final class Path {
    private static final int MAX_CHILDREN = 64;
    private static final int MAX_ELEMENTS = 32;
    private static final Path[] NONE = {};

    // Replaced, never changed in place; two threads that add at once lose one of the two, which is then made again.
    private volatile Path[] children = NONE;
    private volatile @Nullable Path[] elements = NONE;

    private final @Nullable Path parent;
    private final @Nullable String name;
    private final int index;

    private Path(@Nullable Path parent, @Nullable String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /**
     * A field of the object itself.
     *
     * @param name its JSON name
     * @return its path
     */
    public static Path of(String name) {
        return new Path(null, name, -1);
    }

    /**
     * A field of what is here.
     *
     * @param name its JSON name
     * @return its path
     */
    @SuppressWarnings("ReferenceEquality") // an equal name that is another reference only costs a new path
    public Path child(String name) {
        var known = children;
        for (var child : known) {
            if (child.name == name) { // field names are constants, which are interned
                return child;
            }
        }
        var child = new Path(this, name, -1);
        if (known.length < MAX_CHILDREN) {
            var more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = child;
            children = more;
        }
        return child;
    }

    /**
     * An element of the list that is here.
     *
     * @param position its position, from 0
     * @return its path
     */
    public Path index(int position) {
        var known = elements;
        if (position < known.length && known[position] instanceof Path element) {
            return element;
        }
        var element = new Path(this, null, position);
        if (position < MAX_ELEMENTS) {
            var more = Arrays.copyOf(known, Math.max(known.length, position + 1));
            more[position] = element;
            elements = more;
        }
        return element;
    }

    /**
     * A value of the map that is here.
     *
     * @param key its key
     * @return its path
     */
    public Path key(String key) {
        return new Path(this, key, -2);
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        print(text);
        return text.toString();
    }

    private void print(StringBuilder text) {
        if (parent != null) {
            parent.print(text);
        }
        if (index >= 0) {
            text.append('[').append(index).append(']');
        } else if (index == -2) {
            text.append('[').append(name).append(']');
        } else {
            text.append(text.isEmpty() ? "" : ".").append(name);
        }
    }
}
