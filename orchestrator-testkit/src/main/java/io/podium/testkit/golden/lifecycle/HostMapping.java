package io.podium.testkit.golden.lifecycle;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.JsonString;
import io.podium.testkit.golden.lifecycle.LifecycleCase.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a recorded pod one of this machine: the image becomes {@code host}, and the paths that a container had to itself are looked for
 * below {@code POD_ROOT}, its ports at {@code POD_IP}.
 */
final class HostMapping {
    private static final String IMAGE = "golden.local/busybox:1";
    /** Paths that programs of the recorded pods use besides those that the pods mount. */
    private static final List<String> PRIVATE = List.of("/tmp", "/dev/termination-log", "/w");

    private static final List<String> CONTAINERS = List.of("initContainers", "containers", "ephemeralContainers");
    /** Where {@code httpd} and {@code nc} are told their port. */
    private static final Pattern HTTPD = Pattern.compile("(\\bhttpd\\b[^;&|]*? -p )(\\d+)");

    private static final Pattern NC = Pattern.compile("(\\bnc\\b[^;&|]*? )(-p \\d+)");

    /** Programs that go on until they are stopped. */
    private static final List<Json> LASTING =
            List.of(Json.of("sleep"), Json.of("httpd"), Json.of("nc"), Json.of("tail"));

    private final TreeSet<String> paths = new TreeSet<>(PRIVATE);

    private HostMapping(JsonObject spec) {
        for (var list : CONTAINERS) {
            Fields.objects(spec, list).forEach(this::addPathsOf);
        }
    }

    private void addPathsOf(JsonObject container) {
        for (var mount : Fields.objects(container, "volumeMounts")) {
            var path = Fields.text(mount, "mountPath");
            paths.add(path);
            int parent = path.lastIndexOf('/');
            if (parent > 0) {
                paths.add(path.substring(0, parent));
            }
        }
        var message = Fields.text(container, "terminationMessagePath");
        if (!message.isEmpty()) {
            paths.add(message);
        }
    }

    /** The spec for this machine. */
    static JsonObject spec(JsonObject recorded) {
        var mapping = new HostMapping(recorded);
        var fields = new LinkedHashMap<String, Json>();
        recorded.fields()
                .forEach((name, value) ->
                        fields.put(name, CONTAINERS.contains(name) ? mapping.containers((JsonArray) value) : value));
        return JsonObject.of(fields);
    }

    private JsonArray containers(JsonArray containers) {
        return JsonArray.of(containers.items().stream()
                .map(each -> container((JsonObject) each))
                .toList());
    }

    private JsonObject container(JsonObject container) {
        var mapped = container;
        if (Fields.text(container, "image").equals(IMAGE)) {
            mapped = mapped.with("image", Json.of("host")).with("imagePullPolicy", Json.of("IfNotPresent"));
        }
        if (container.get("command") instanceof JsonArray command) {
            mapped = mapped.with("command", asFirstProcess(words(command)));
        }
        for (var field : List.of("startupProbe", "livenessProbe", "readinessProbe", "lifecycle")) {
            if (mapped.get(field) instanceof JsonObject asked) {
                mapped = mapped.with(field, commands(asked));
            }
        }
        return mapped;
    }

    /** In a container its program is process 1, which signals do not end that it does not handle. */
    private static JsonArray asFirstProcess(JsonArray command) {
        var words = command.items();
        boolean isScript = words.size() > 2
                && words.get(0).equals(Json.of("sh"))
                && words.get(1).equals(Json.of("-c"));
        var line = new ArrayList<Json>();
        if (isScript) {
            var script = ((JsonString) words.get(2)).value();
            line.addAll(words);
            line.set(2, Json.of(script.contains("trap ") ? script : "trap '' TERM; " + script));
        } else if (LASTING.contains(words.getFirst())) {
            line.addAll(List.of(Json.of("sh"), Json.of("-c"), Json.of("trap '' TERM; exec \"$0\" \"$@\"")));
            line.addAll(words);
        } else {
            return command;
        }
        return JsonArray.of(line);
    }

    /** Replaces the commands of probes and hooks, in which Kubernetes expands nothing: a shell does. */
    private JsonObject commands(JsonObject tree) {
        var fields = new LinkedHashMap<String, Json>();
        tree.fields().forEach((name, value) -> {
            if (name.equals("command") && value instanceof JsonArray command) {
                fields.put(name, inShell(command));
            } else {
                fields.put(name, value instanceof JsonObject object ? commands(object) : value);
            }
        });
        return JsonObject.of(fields);
    }

    private JsonArray inShell(JsonArray command) {
        var mapped = words(command);
        if (mapped.equals(command) || mapped.items().getFirst().equals(Json.of("sh"))) {
            return mapped;
        }
        var line = new ArrayList<String>();
        mapped.items().forEach(word -> line.add(((JsonString) word).value()));
        return Json.array(Json.of("sh"), Json.of("-c"), Json.of(String.join(" ", line)));
    }

    private JsonArray words(JsonArray words) {
        return JsonArray.of(words.items().stream()
                .map(word -> (Json) Json.of(word(((JsonString) word).value())))
                .toList());
    }

    private String word(String word) {
        var mapped = listening(seenThroughLinks(word)).replace("/proc/1/fd/1", "/dev/null");
        var any = String.join(
                "|", paths.descendingSet().stream().map(Pattern::quote).toList());
        return Pattern.compile("(?<![A-Za-z0-9_./)])(" + any + ")(?![A-Za-z0-9_-])")
                .matcher(mapped)
                .replaceAll(found -> Matcher.quoteReplacement("$POD_ROOT" + found.group(1)));
    }

    /** A pod has an address to itself, but not all of the machine's. */
    private static String listening(String word) {
        var mapped = HTTPD.matcher(word).replaceAll("$1\\$POD_IP:$2");
        return NC.matcher(mapped).replaceAll("$1-s \\$POD_IP $2");
    }

    /** Mounts are links below {@code POD_ROOT}: a program that lists them must look through them, and the kernel knows of none. */
    private static String seenThroughLinks(String word) {
        return word.replace("find . |", "{ find . -maxdepth 1; for d in */; do find ./$d -mindepth 1; done; } |")
                .replace("do stat -c", "do case $f in */*/*) l=;; *) l=-L;; esac; stat $l -c")
                .replaceFirst("; mount \\|.*$", "");
    }
}
