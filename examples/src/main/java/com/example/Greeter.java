package com.example;

import static io.podium.api.Conditions.ready;
import static io.podium.runtime.Runtimes.jvm;
import static io.podium.runtime.Runtimes.process;
import static java.time.Duration.ofSeconds;

import io.podium.api.Cluster;
import io.podium.api.core.Pod;
import io.podium.api.runtime.ContainerContext;
import io.podium.api.runtime.LogOptions;

/** Runs a Java function as a container. */
public class Greeter {

    public static void main(String... args) {
        // snippet:nodes
        try (Cluster cluster = Cluster.builder()
                .nodes(3, process())
                .nodes(1, jvm("greeter", Greeter::greet))
                .start()) {
            // end
            // snippet:function
            cluster.apply(Pod.named("greeter")
                    .runtime("jvm")
                    .container("greet", c -> c.image("greeter"))
                    .build());
            cluster.pod("greeter").await(ready(), ofSeconds(30));
            // end
            var firstWords = LogOptions.ALL.following().limited("hello".length());
            System.out.println("the function says: " + cluster.pod("greeter").logs("greet", firstWords));
        }
    }

    // snippet:greet
    static int greet(ContainerContext context) throws InterruptedException {
        context.stdout().println("hello");
        context.awaitCancel();
        return 0; // its exit code
    }
    // end
}
