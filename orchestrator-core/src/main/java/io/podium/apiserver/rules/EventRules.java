package io.podium.apiserver.rules;

import io.podium.api.core.Event;
import io.podium.api.meta.Sorted;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.NameRule;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** Events: they live in the namespace of what they are about, and go after an hour, or earlier if there are too many. */
final class EventRules implements KindRules<Event> {
    private static final int MAX_WORD = 128;
    private static final int MAX_MESSAGE = 1024;
    private static final Path INVOLVED_NAMESPACE = Path.of("involvedObject").child("namespace");
    private static final Path COMPONENT = Path.of("reportingComponent");
    private static final Path INSTANCE = Path.of("reportingInstance");
    private static final String MISMATCH = "does not match event.namespace";
    private static final Map<String, Function<Event, String>> SELECTABLE = Sorted.copyOf(Map.ofEntries(
            Map.entry(
                    "involvedObject.apiVersion",
                    (Event event) -> event.involvedObject().apiVersion()),
            Map.entry(
                    "involvedObject.fieldPath",
                    (Event event) -> event.involvedObject().fieldPath()),
            Map.entry(
                    "involvedObject.kind",
                    (Event event) -> event.involvedObject().kind()),
            Map.entry(
                    "involvedObject.name",
                    (Event event) -> event.involvedObject().name()),
            Map.entry(
                    "involvedObject.namespace",
                    (Event event) -> event.involvedObject().namespace()),
            Map.entry(
                    "involvedObject.resourceVersion",
                    (Event event) -> event.involvedObject().resourceVersion()),
            Map.entry(
                    "involvedObject.uid",
                    (Event event) -> event.involvedObject().uid()),
            Map.entry("reason", Event::reason),
            Map.entry("reportingComponent", Event::reportingComponent),
            Map.entry("source", EventRules::source),
            Map.entry("type", Event::type)));

    private final int most;

    /** Rules by which a number of Events is kept at most. */
    EventRules(int most) {
        this.most = most;
    }

    @Override
    public boolean qualifiesFinalizers() {
        return false;
    }

    @Override
    public NameRule nameRule() {
        return NameRule.PATH_SEGMENT;
    }

    @Override
    public boolean createsOnUpdate() {
        return true;
    }

    @Override
    public boolean mayOwn() {
        return false;
    }

    @Override
    public int mostKept() {
        return most;
    }

    @Override
    public Duration timeToLive(Event event) {
        return Duration.ofHours(1);
    }

    @Override
    public void validateCreate(Event event, Problems problems) {
        if (event.eventTime() == null) {
            checkNamespace(event, event.namespace().equals("default"), problems);
        } else {
            boolean shared =
                    event.namespace().equals("default") || event.namespace().equals("kube-system");
            checkNamespace(event, shared, problems);
            checkReporter(event, problems);
        }
        problems.invalidAll(Path.of("namespace"), event.namespace(), Formats.dns1123Subdomain(event.namespace()));
    }

    @Override
    public Map<String, Function<Event, String>> selectableFields() {
        return SELECTABLE;
    }

    private static void checkNamespace(Event event, boolean mayBeOfCluster, Problems problems) {
        var involved = event.involvedObject().namespace();
        boolean fits = involved.isEmpty() ? mayBeOfCluster : involved.equals(event.namespace());
        if (!fits) {
            problems.invalid(INVOLVED_NAMESPACE, involved, MISMATCH);
        }
    }

    /** An Event with a precise time says who reported it and why. */
    private static void checkReporter(Event event, Problems problems) {
        if (event.reportingComponent().isEmpty()) {
            problems.required(COMPONENT, "");
        }
        problems.invalidAll(COMPONENT, event.reportingComponent(), Formats.qualifiedName(event.reportingComponent()));
        checkWord(INSTANCE, event.reportingInstance(), problems);
        checkWord(Path.of("action"), event.action(), problems);
        checkWord(Path.of("reason"), event.reason(), problems);
        if (event.message().length() > MAX_MESSAGE) {
            problems.invalid(Path.of("message"), "", "can have at most " + MAX_MESSAGE + " characters");
        }
    }

    private static void checkWord(Path path, String word, Problems problems) {
        if (word.isEmpty()) {
            problems.required(path, "");
        } else if (word.length() > MAX_WORD) {
            problems.invalid(path, "", "can have at most " + MAX_WORD + " characters");
        }
    }

    private static String source(Event event) {
        return event.source().component().isEmpty()
                ? event.reportingComponent()
                : event.source().component();
    }
}
