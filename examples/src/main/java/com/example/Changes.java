package com.example;

import static io.podium.api.Conditions.available;
import static java.time.Duration.ofSeconds;

import io.podium.api.Cluster;
import io.podium.api.apps.Deployment;
import io.podium.api.runtime.LogOptions;

/** Updates a deployment, looks at what it wrote, and takes the update back. */
public class Changes {

    public static void main(String... args) {
        try (Cluster cluster = Cluster.start()) {
            cluster.apply(Deployment.named("web")
                    .container(
                            "app",
                            c -> c.image("host")
                                    .command("sh", "-c", "echo version $VERSION; exec sleep 1000")
                                    .env("VERSION", "1"))
                    .build());
            cluster.deployment("web").await(available(), ofSeconds(60));
            // snippet:change
            var web = cluster.deployment("web");
            web.edit(present -> present.with(d -> d.container("app", c -> c.env("VERSION", "2"))));
            web.await(available(), ofSeconds(60));

            for (var pod : web.pods()) {
                if (!pod.isTerminating()) { // those of version 1 may still be about to end
                    var handle = cluster.pod(pod.key());
                    System.out.print(handle.logs("app", LogOptions.ALL.tail(10)));
                    System.out.print(handle.exec(ofSeconds(30), "pwd").stdout());
                }
            }

            web.undo();
            web.await(available(), ofSeconds(60));
            // end
        }
    }
}
