package io.podium.api.core;

import java.util.List;

/** Whether pods tolerate taints (Kubernetes: Taints and Tolerations). */
public final class Tolerations {
    private Tolerations() {}

    /**
     * Whether one of several tolerations tolerates a taint.
     *
     * @param tolerations the tolerations
     * @param taint the taint
     * @return true if one does
     */
    public static boolean tolerate(List<Toleration> tolerations, Taint taint) {
        for (var toleration : tolerations) {
            if (tolerates(toleration, taint)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a toleration tolerates a taint.
     *
     * @param toleration the toleration
     * @param taint the taint
     * @return true if effect, key and value agree, as far as the toleration names them
     */
    public static boolean tolerates(Toleration toleration, Taint taint) {
        if (!toleration.effect().isEmpty() && !toleration.effect().equals(taint.effect())) {
            return false;
        }
        if (!toleration.key().isEmpty() && !toleration.key().equals(taint.key())) {
            return false;
        }
        return switch (toleration.operator()) {
            case "Exists" -> true;
            case "", "Equal" -> toleration.value().equals(taint.value());
            default -> false;
        };
    }
}
