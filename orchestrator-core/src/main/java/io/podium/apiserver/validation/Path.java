package io.podium.apiserver.validation;

import org.jspecify.annotations.Nullable;

/** The path of a field in an object, built while descending and printed only when something is wrong: {@code spec.containers[0].name}. */
public final class Path {
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
    public Path child(String name) {
        return new Path(this, name, -1);
    }

    /**
     * An element of the list that is here.
     *
     * @param position its position, from 0
     * @return its path
     */
    public Path index(int position) {
        return new Path(this, null, position);
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
