package io.podium.codec;

import io.podium.api.meta.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a decoder does with unknown and duplicate fields, and the ones it met: Kubernetes' field validation. Make one for each
 * object; it is not safe for use by several threads at once.
 */
public final class Strictness {

    /** Kubernetes' three modes of field validation. */
    public enum Mode {
        /** An unknown or duplicate field is an error. */
        STRICT,
        /** It is collected as a warning. */
        WARN,
        /** Nothing is said of it. */
        IGNORE
    }

    /** Problems beyond these are dropped. */
    private static final int MAX_KEPT = 100;

    private static final Strictness IGNORING = new Strictness(Mode.IGNORE, false);

    private final Mode mode;
    private final boolean drops;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final Set<String> said = new HashSet<>(); // only asked

    private Strictness(Mode mode, boolean drops) {
        this.mode = mode;
        this.drops = drops;
    }

    /**
     * Refuses unknown and duplicate fields.
     *
     * @return a fresh collector
     */
    public static Strictness strict() {
        return new Strictness(Mode.STRICT, false);
    }

    /**
     * Collects unknown and duplicate fields as {@link #warnings}.
     *
     * @return a fresh collector
     */
    public static Strictness warning() {
        return new Strictness(Mode.WARN, false);
    }

    /**
     * Says nothing of unknown and duplicate fields: right for what a store or a server sends.
     *
     * @return a shared collector that stays empty
     */
    public static Strictness ignoring() {
        return IGNORING;
    }

    /**
     * A collector for a mode.
     *
     * @param mode the mode
     * @return a collector, shared if it ignores everything
     */
    public static Strictness of(Mode mode) {
        return mode == Mode.IGNORE ? IGNORING : new Strictness(mode, false);
    }

    /**
     * A collector for a server, which drops unknown fields instead of keeping them for a newer reader.
     *
     * @param mode the mode
     * @return a fresh collector
     */
    public static Strictness dropping(Mode mode) {
        return new Strictness(mode, true);
    }

    /**
     * The mode.
     *
     * @return what is done with unknown and duplicate fields
     */
    public Mode mode() {
        return mode;
    }

    /**
     * The unknown and duplicate fields met so far.
     *
     * @return at most 100 of them, duplicate keys of YAML mappings first; a field of JSON once, however often it came
     */
    public List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    /**
     * The fields met so far, in the words of Kubernetes' {@code Warning} headers.
     *
     * @return a sentence for each, such as {@code unknown field "spec.bogus"}; empty unless the mode is {@link Mode#WARN}
     */
    public List<String> warnings() {
        return mode == Mode.WARN ? messages() : List.of();
    }

    /**
     * Ends the decoding of one object.
     *
     * @throws DecodingException if the mode is {@link Mode#STRICT} and there was a problem; the message names all of them
     */
    public void finish() {
        if (mode == Mode.STRICT && !problems.isEmpty()) {
            throw new DecodingException(
                    problems.getFirst().path(), "strict decoding error: " + String.join(", ", messages()));
        }
    }

    /** Puts the problems of a custom resource in Kubernetes' order: it looks for unknown fields last, in the metadata first. */
    void arrange() {
        problems.sort(Comparator.comparingInt(Strictness::rank).thenComparing(Strictness::sortedPath));
    }

    private static int rank(FieldProblem problem) {
        if (problem.fault() != FieldProblem.Fault.UNKNOWN) {
            return 0;
        }
        return problem.path().startsWith("metadata.") ? 1 : 2;
    }

    /** Duplicates stay in the order of the text. */
    private static String sortedPath(FieldProblem problem) {
        return problem.fault() == FieldProblem.Fault.UNKNOWN ? problem.path() : "";
    }

    /** Whether unknown fields are left out of what is read. */
    boolean drops() {
        return drops;
    }

    boolean watches() {
        return mode != Mode.IGNORE;
    }

    /** Takes a field that its type does not have. */
    void report(String path, Json value, int line) {
        keep(new FieldProblem(FieldProblem.Fault.UNKNOWN, path, value, line));
    }

    /** Takes a field that came twice. */
    void report(FieldProblem.Fault fault, String path, int line) {
        keep(new FieldProblem(fault, path, null, line));
    }

    /** Takes a key that came twice in a YAML mapping. */
    void reportYamlDuplicate(String path, String key, int line) {
        keep(new FieldProblem(FieldProblem.Fault.DUPLICATE_IN_YAML, path, Json.of(key), line));
    }

    private void keep(FieldProblem problem) {
        if (watches() && problems.size() < MAX_KEPT && (mayRepeat(problem) || said.add(problem.message()))) {
            problems.add(problem);
        }
    }

    /** YAML tells of each line. */
    private static boolean mayRepeat(FieldProblem problem) {
        return problem.fault() == FieldProblem.Fault.DUPLICATE_IN_YAML;
    }

    private List<String> messages() {
        var messages = new ArrayList<String>();
        var inYaml = problems.stream()
                .filter(problem -> problem.fault() == FieldProblem.Fault.DUPLICATE_IN_YAML)
                .map(FieldProblem::lineAndKey)
                .collect(Collectors.joining("\n  "));
        if (!inYaml.isEmpty()) {
            messages.add("yaml: unmarshal errors:\n  " + inYaml); // Kubernetes tells all of them in one sentence
        }
        for (var problem : problems) {
            if (problem.fault() != FieldProblem.Fault.DUPLICATE_IN_YAML) {
                messages.add(problem.message());
            }
        }
        return messages;
    }
}
