package io.podium.patch.apply;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A set of fields of an object, as a tree of path elements: what a manager owns, or what a write has changed.
 *
 * <p>A field that is in the set says nothing of the fields below it; they are in it or not on their own. Sets are immutable.
 */
public final class FieldSet {
    /** No fields. */
    public static final FieldSet EMPTY = new FieldSet(Collections.emptySortedMap());

    /**
     * What is below one path element.
     *
     * @param member whether the field of that path is in the set itself
     * @param below the fields below it
     */
    record Branch(boolean member, FieldSet below) {
        boolean isEmpty() {
            return !member && below.isEmpty();
        }
    }

    private static final Branch LEAF = new Branch(true, EMPTY);
    private static final Branch NOTHING = new Branch(false, EMPTY);

    private final SortedMap<PathElement, Branch> branches;

    private FieldSet(SortedMap<PathElement, Branch> branches) {
        this.branches = branches;
    }

    private static FieldSet of(SortedMap<PathElement, Branch> branches) {
        return branches.isEmpty() ? EMPTY : new FieldSet(branches);
    }

    /**
     * The set of a few fields, each given by the names that lead to it.
     *
     * @param paths the names, outermost first
     * @return the set
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static FieldSet ofNames(List<String>... paths) {
        var set = new Builder();
        for (var path : paths) {
            var here = FieldPath.ROOT;
            for (var name : path) {
                here = here.field(name);
            }
            set.add(here);
        }
        return set.build();
    }

    /**
     * Reads the form in which objects carry a set.
     *
     * @param fieldsV1 the value of {@code fieldsV1}
     * @return the set
     * @throws IllegalArgumentException if a name in it is no path element
     */
    public static FieldSet parse(@Nullable Json fieldsV1) {
        if (!(fieldsV1 instanceof JsonObject object)) {
            return EMPTY;
        }
        var branches = new TreeMap<PathElement, Branch>();
        object.fields().forEach((name, value) -> {
            if (!name.equals(".")) {
                var below = parse(value);
                boolean member = below.isEmpty() || value.at(".").isPresent();
                branches.put(PathElement.parse(name), below.isEmpty() ? LEAF : new Branch(member, below));
            }
        });
        return of(branches);
    }

    /**
     * The form in which objects carry the set.
     *
     * @return the value of {@code fieldsV1}
     */
    public JsonObject toJson() {
        return toJson(false);
    }

    private JsonObject toJson(boolean member) {
        if (branches.isEmpty()) {
            return JsonObject.EMPTY;
        }
        var object = JsonObject.builder();
        if (member) {
            object.put(".", JsonObject.EMPTY);
        }
        branches.forEach((element, branch) -> object.put(element.encoded(), branch.below.toJson(branch.member)));
        return object.build();
    }

    /**
     * Whether there is no field in the set.
     *
     * @return whether it is empty
     */
    public boolean isEmpty() {
        return branches.isEmpty();
    }

    /** Whether a field directly below is in the set. */
    boolean has(PathElement element) {
        return branch(element).member;
    }

    /** The set as seen from a field directly below. */
    FieldSet below(PathElement element) {
        return branch(element).below;
    }

    private Branch branch(PathElement element) {
        var branch = branches.get(element);
        return branch == null ? NOTHING : branch;
    }

    /** All fields of both. */
    FieldSet union(FieldSet other) {
        if (other.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return other;
        }
        var union = new TreeMap<>(branches);
        other.branches.forEach((element, branch) ->
                union.merge(element, branch, (a, b) -> new Branch(a.member || b.member, a.below.union(b.below))));
        return of(union);
    }

    /** The fields that are in both. */
    FieldSet intersection(FieldSet other) {
        return combine(
                other,
                (mine, theirs) -> new Branch(mine.member && theirs.member, mine.below.intersection(theirs.below)));
    }

    /** The fields that are not in the other. */
    FieldSet difference(FieldSet other) {
        return other.isEmpty()
                ? this
                : combine(
                        other,
                        (mine, theirs) ->
                                new Branch(mine.member && !theirs.member, mine.below.difference(theirs.below)));
    }

    /** The fields that neither are in the other nor lie below one that is. */
    FieldSet recursiveDifference(FieldSet other) {
        return other.isEmpty()
                ? this
                : combine(
                        other,
                        (mine, theirs) -> theirs.member
                                ? NOTHING
                                : new Branch(mine.member, mine.below.recursiveDifference(theirs.below)));
    }

    private interface Combination {
        Branch of(Branch mine, Branch theirs);
    }

    private FieldSet combine(FieldSet other, Combination combination) {
        var combined = new TreeMap<PathElement, Branch>();
        branches.forEach((element, branch) -> {
            var result = combination.of(branch, other.branch(element));
            if (!result.isEmpty()) {
                combined.put(element, result);
            }
        });
        return of(combined);
    }

    /** The set in which each declared field of a record, below which there are fields, is itself. */
    FieldSet withDeclaredFields(Shape shape) {
        var complete = new TreeMap<PathElement, Branch>();
        branches.forEach((element, branch) -> {
            var inner = shape.below(element);
            boolean declared = !branch.below.isEmpty() && shape.declares(element);
            complete.put(element, new Branch(branch.member || declared, branch.below.withDeclaredFields(inner)));
        });
        return of(complete);
    }

    /** Visits the path of each field: first those directly below, then what is below them. */
    void forEach(Consumer<FieldPath> visitor) {
        forEach(FieldPath.ROOT, visitor);
    }

    private void forEach(FieldPath here, Consumer<FieldPath> visitor) {
        each((element, branch) -> {
            if (branch.member) {
                visitor.accept(here.then(element));
            }
        });
        each((element, branch) -> branch.below.forEach(here.then(element), visitor));
    }

    private void each(BiConsumer<PathElement, Branch> visitor) {
        branches.forEach(visitor);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldSet set && branches.equals(set.branches);
    }

    @Override
    public int hashCode() {
        return branches.hashCode();
    }

    @Override
    public String toString() {
        return toJson().toString();
    }

    /** Collects fields. Not safe for use by several threads at once. */
    static final class Builder {
        private final Node root = new Node();

        private static final class Node {
            private boolean member;
            private final Map<PathElement, Node> below = new TreeMap<>();

            private FieldSet freeze() {
                var branches = new TreeMap<PathElement, Branch>();
                below.forEach((element, node) ->
                        branches.put(element, node.below.isEmpty() ? LEAF : new Branch(node.member, node.freeze())));
                return of(branches);
            }
        }

        void add(FieldPath path) {
            node(path).member = true;
        }

        private Node node(FieldPath path) {
            if (path.parent() == null || path.last() == null) {
                return root;
            }
            return node(path.parent()).below.computeIfAbsent(path.last(), element -> new Node());
        }

        FieldSet build() {
            return root.freeze();
        }
    }
}
