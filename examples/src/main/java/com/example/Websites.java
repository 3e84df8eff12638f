package com.example;

import static io.podium.api.Conditions.available;
import static java.time.Duration.ofSeconds;

import io.podium.api.Cluster;
import io.podium.api.apps.Deployment;
import io.podium.api.client.WriteOptions;
import io.podium.api.controller.ControllerContext;
import io.podium.api.controller.ControllerSpec;
import io.podium.api.controller.Keys;
import io.podium.api.controller.Reconciler;
import io.podium.api.controller.Result;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.meta.OwnerReference;
import io.podium.api.schema.ApiResource;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.UnknownFields;

/** Has a kind and a controller of its own: each website is kept running as a deployment. */
public class Websites {

    // snippet:kind
    @ApiType
    @ApiResource(group = "example.com", plural = "websites")
    public record Website(ObjectMeta metadata, WebsiteSpec spec, UnknownFields unknown) implements ApiObject<Website> {
        public static final Kind<Website> KIND = Kind.of(Website.class);

        @Override
        public Kind<Website> kind() {
            return KIND;
        }

        @Override
        public Website withMetadata(ObjectMeta changed) {
            return new Website(changed, spec, unknown);
        }
    }

    @ApiType
    public record WebsiteSpec(int replicas, UnknownFields unknown) {}
    // end

    // snippet:controller
    static final ControllerSpec CONTROLLER = ControllerSpec.named("websites")
            .watches(Website.KIND, Keys.self())
            .watches(Deployment.KIND, Keys.controller(Website.KIND))
            .reconciles(Websites::reconciler);

    static Reconciler reconciler(ControllerContext context) {
        return key -> {
            var website = context.lister(Website.KIND).find(key);
            if (website.isPresent()) {
                context.client().apply(deploymentOf(website.get()), WriteOptions.by("websites"));
            }
            return Result.done(); // until one of the two changes
        };
    }

    static Deployment deploymentOf(Website website) {
        return Deployment.named(website.name())
                .namespace(website.namespace())
                .ownerReference(OwnerReference.ofController(website))
                .replicas(website.spec().replicas())
                .container("app", c -> c.image("host").command("sleep", "1000"))
                .build();
    }
    // end

    public static void main(String... args) {
        // snippet:use
        try (Cluster cluster =
                Cluster.builder().kind(Website.KIND).controller(CONTROLLER).start()) {
            cluster.apply(new Website(
                    ObjectMeta.EMPTY.withName("shop"), new WebsiteSpec(2, UnknownFields.NONE), UnknownFields.NONE));
            cluster.deployment("shop").await(available(), ofSeconds(30));
            // end
            System.out.println(
                    "the shop has " + cluster.deployment("shop").pods().size() + " pods");
        }
    }
}
