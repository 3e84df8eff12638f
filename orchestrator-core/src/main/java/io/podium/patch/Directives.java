package io.podium.patch;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a strategic merge patch that begin with a dollar sign, and are instructions. */
final class Directives {
    static final String PATCH = "$patch";
    static final String RETAIN_KEYS = "$retainKeys";
    static final String DELETE_FROM_LIST = "$deleteFromPrimitiveList";
    static final String ELEMENT_ORDER = "$setElementOrder";

    private Directives() {}

    /** The object that a patch with {@code $patch} makes. */
    static JsonObject directed(Json directive, JsonObject patch) {
        return switch (word(directive)) {
            case "replace" -> patch.without(PATCH);
            case "delete" -> JsonObject.EMPTY;
            default -> throw unknown(directive, patch);
        };
    }

    static PatchException unknown(Json directive, JsonObject patch) {
        return PatchException.malformed(
                "unknown patch type: " + directive + " in map: " + patch + "; use replace or delete");
    }

    static String word(Json directive) {
        return directive instanceof JsonString text ? text.value() : "";
    }

    /** Carries out {@code $retainKeys}: takes it from the patch, and from the original the fields that it does not name. */
    static void retainKeys(Map<String, Json> original, Map<String, Json> patch) {
        var directive = patch.remove(RETAIN_KEYS);
        if (directive == null) {
            return;
        }
        if (!(directive instanceof JsonArray list)) {
            throw PatchException.malformed(
                    "invalid patch format of retainKeys: it lists names of fields, this is " + Kinds.of(directive));
        }
        var retained = new LinkedHashSet<String>();
        list.items().forEach(name -> name.asText().ifPresent(retained::add));
        patch.forEach((name, value) -> {
            if (!value.isNull() && !isAboutList(name) && !retained.contains(name)) {
                throw PatchException.malformed("invalid patch format of retainKeys: " + directive
                        + " does not name field \"" + name + "\" of the patch");
            }
        });
        original.keySet().retainAll(retained);
    }

    private static boolean isAboutList(String name) {
        return name.startsWith(DELETE_FROM_LIST) || name.startsWith(ELEMENT_ORDER);
    }

    /** The list that a directive such as {@code $setElementOrder/finalizers} is about. */
    static String listOf(String directive, String prefix) {
        if (directive.startsWith(prefix + "/")) {
            return directive.substring(prefix.length() + 1);
        }
        throw PatchException.malformed("invalid patch format of " + prefix.substring(1) + " list: \"" + directive
                + "\" is not \"" + prefix + "/\" and the name of a list");
    }

    /**
     * What is left of a value of the patch where the original has none: nulls and everything under {@code $patch} have nothing to work
     * on. Other directives stay, and make the object one with unknown fields, as in Kubernetes.
     */
    static @Nullable Json addable(Json value) {
        return switch (value) {
            case JsonObject object when object.has(PATCH) -> null;
            case JsonObject object -> object.map((name, field) -> field.isNull() ? null : addable(field));
            case JsonArray array -> JsonArray.of(reduced(array.items(), Directives::addable));
            default -> value;
        };
    }

    /** A list without the elements that carry {@code $patch}, at any depth; nulls stay. */
    static List<Json> withoutDirectives(List<Json> items) {
        return reduced(items, Directives::withoutDirectives);
    }

    private static @Nullable Json withoutDirectives(Json value) {
        return switch (value) {
            case JsonObject object when object.has(PATCH) -> null;
            case JsonObject object -> object.map((name, field) -> withoutDirectives(field));
            case JsonArray array -> JsonArray.of(withoutDirectives(array.items()));
            default -> value;
        };
    }

    private interface Reduction {
        @Nullable
        Json apply(Json value);
    }

    private static List<Json> reduced(List<Json> items, Reduction reduction) {
        var kept = new ArrayList<Json>(items.size());
        for (var item : items) {
            var left = reduction.apply(item);
            if (left != null) {
                kept.add(left);
            }
        }
        return kept;
    }
}
