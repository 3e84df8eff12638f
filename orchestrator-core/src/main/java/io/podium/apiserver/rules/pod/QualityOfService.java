package io.podium.apiserver.rules.pod;

import io.podium.api.core.Container;
import io.podium.api.core.PodSpec;
import io.podium.api.meta.Quantity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The class of service that follows from a pod's requests and limits of CPU and memory. */
final class QualityOfService {
    private static final List<String> RESOURCES = List.of("cpu", "memory");

    private QualityOfService() {}

    /**
     * Computes the class.
     *
     * @return {@code Guaranteed} if every container is limited in both and requests just that, {@code BestEffort} if nobody asks for
     *     anything, else {@code Burstable}
     */
    static String of(PodSpec spec) {
        var whole = spec.resources();
        if (whole != null && (asks(whole.requests()) || asks(whole.limits()))) {
            return isGuaranteed(whole.requests(), whole.limits()) ? "Guaranteed" : "Burstable";
        }
        boolean any = asks(spec.containers()) || asks(spec.initContainers());
        if (!any) {
            return "BestEffort";
        }
        return isGuaranteed(spec.containers()) && isGuaranteed(spec.initContainers()) ? "Guaranteed" : "Burstable";
    }

    private static boolean asks(List<Container> containers) {
        for (int i = 0; i < containers.size(); i++) {
            var resources = containers.get(i).resources();
            if (asks(resources.requests()) || asks(resources.limits())) {
                return true;
            }
        }
        return false;
    }

    private static boolean asks(Map<String, Quantity> amounts) {
        return !amounts.isEmpty() && (isPositive(amounts.get("cpu")) || isPositive(amounts.get("memory")));
    }

    private static boolean isPositive(@Nullable Quantity amount) {
        return amount != null && amount.signum() > 0;
    }

    private static boolean isGuaranteed(List<Container> containers) {
        for (int i = 0; i < containers.size(); i++) {
            var resources = containers.get(i).resources();
            if (!isGuaranteed(resources.requests(), resources.limits())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isGuaranteed(Map<String, Quantity> requests, Map<String, Quantity> limits) {
        for (int i = 0; i < RESOURCES.size(); i++) {
            var limit = limits.get(RESOURCES.get(i));
            var request = requests.get(RESOURCES.get(i));
            if (limit == null || !isPositive(limit) || request != null && request.compareTo(limit) != 0) {
                return false;
            }
        }
        return true;
    }
}
