package io.podium.testkit.sim;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The seeds that {@link SeedSource} asks for. */
final class SeedArguments implements ArgumentsProvider, AnnotationConsumer<SeedSource> {
    private int runs = 1;

    @Override
    public void accept(SeedSource source) {
        runs = source.runs();
    }

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return seeds(Long.getLong("podium.seed")).mapToObj(Arguments::of);
    }

    private LongStream seeds(@Nullable Long single) {
        long first = single != null ? single : Long.getLong("podium.seeds.from", 0);
        long count = single != null ? 1 : Long.getLong("podium.seeds", runs);
        return LongStream.range(first, first + count);
    }
}
