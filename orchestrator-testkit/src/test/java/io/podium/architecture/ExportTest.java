package io.podium.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.dispatch.Dispatcher;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A package of the api module is there for users, and so exported, unless {@code internal} is part of its name. */
class ExportTest {

    @Test
    void everyPackageOfTheApiIsExported() throws URISyntaxException {
        var location = Dispatcher.class.getProtectionDomain().getCodeSource().getLocation();
        var module = ModuleFinder.of(Path.of(location.toURI()))
                .find("io.podium.api")
                .orElseThrow()
                .descriptor();

        var exported = module.exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toCollection(TreeSet::new));

        var forUsers = module.packages().stream()
                .filter(name -> !name.contains(".internal"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(exported).isEqualTo(forUsers);
    }
}
