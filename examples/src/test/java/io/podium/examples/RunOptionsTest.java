package io.podium.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunOptionsTest {

    @Test
    void simulatesWhereASeedIsGiven() {
        var options = RunOptions.parse("--seed", "7", "--for", "5m", "web.yaml");

        assertThat(options.runtime()).isEqualTo("simulated");
        assertThat(options.seed()).hasValue(7);
        assertThat(options.length()).contains(Duration.ofMinutes(5));
        assertThat(options.files()).containsExactly(Path.of("web.yaml"));
    }

    @Test
    void namesTheOptionAndTheValueThatMakeNoSense() {
        assertThatThrownBy(() -> RunOptions.parse("--for", "soon", "web.yaml"))
                .hasMessage("--for soon: must be a duration such as 30s, 5m or 1h30m");
        assertThatThrownBy(() -> RunOptions.parse("--seed")).hasMessage("--seed needs a value");
        assertThatThrownBy(() -> RunOptions.parse("--sed", "1", "web.yaml"))
                .hasMessageStartingWith("--sed: there is no such option; usage: run");
        assertThatThrownBy(() -> RunOptions.parse("-h")).hasMessageStartingWith("-h: there is no such option; usage");
        assertThatThrownBy(() -> RunOptions.parse("--for", "-5s", "web.yaml"))
                .hasMessage("--for -5s: must be a duration such as 30s, 5m or 1h30m");
        assertThatThrownBy(() -> RunOptions.parse("--seed", "1", "--runtime", "process", "web.yaml"))
                .hasMessageStartingWith("--seed with --runtime process: virtual time needs simulated");
        assertThatThrownBy(RunOptions::parse).hasMessageStartingWith("there is no file to apply; usage: run");
    }
}
