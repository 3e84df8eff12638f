package io.podium.testkit.junit;

import io.podium.api.Cluster;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What {@link PodiumTest} does: starts clusters for parameters, prints what is in them when a test fails, closes them, and fails a test
 * whose cluster leaves something behind.
 */
public final class PodiumExtension implements ParameterResolver, AfterEachCallback, AfterAllCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(PodiumExtension.class);
    private static final String CLUSTER = "cluster";

    /** Called by JUnit. */
    public PodiumExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var wanted = wanted(context);
        var owner = wanted.shared() ? ofClass(context) : context;
        return owner.getStore(NAMESPACE)
                .computeIfAbsent(
                        CLUSTER, key -> TestedCluster.start(wanted.nodes(), wanted.runtime()), TestedCluster.class)
                .cluster();
    }

    private static PodiumTest wanted(ExtensionContext context) {
        return context.getTestMethod()
                .flatMap(method -> AnnotationSupport.findAnnotation(method, PodiumTest.class))
                .or(() -> onClass(context.getTestClass().orElse(null)))
                .orElseThrow(() -> new IllegalStateException(
                        context.getDisplayName() + " asks for a cluster; annotate its class with @PodiumTest"));
    }

    private static Optional<PodiumTest> onClass(@Nullable Class<?> type) {
        if (type == null) {
            return Optional.empty();
        }
        return AnnotationSupport.findAnnotation(type, PodiumTest.class).or(() -> onClass(type.getEnclosingClass()));
    }

    private static ExtensionContext ofClass(ExtensionContext context) {
        var outer = context;
        while (outer.getTestMethod().isPresent() && outer.getParent().isPresent()) {
            outer = outer.getParent().get();
        }
        return outer;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            var found = context.getStore(NAMESPACE).get(CLUSTER, TestedCluster.class);
            if (found != null) {
                context.publishReportEntry("cluster", found.describe());
                System.err.println(context.getDisplayName() + " failed; its cluster:\n" + found.describe());
            }
        }
        close(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close(context);
    }

    /** Closes the cluster that was started in this very context. */
    private static void close(ExtensionContext context) {
        var own = context.getStore(NAMESPACE).remove(CLUSTER, TestedCluster.class);
        if (own == null) {
            return;
        }
        List<String> left = own.close();
        if (!left.isEmpty()) {
            throw new AssertionError(
                    context.getDisplayName() + ": the cluster left behind\n  " + String.join("\n  ", left));
        }
    }
}
