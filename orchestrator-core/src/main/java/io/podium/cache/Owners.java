package io.podium.cache;

import io.podium.api.meta.ApiObject;

/** Questions about owner references. */
final class Owners {
    private Owners() {}

    static boolean controls(String uid, ApiObject<?> object) {
        for (var reference : object.metadata().ownerReferences()) {
            if (Boolean.TRUE.equals(reference.controller()) && reference.uid().equals(uid)) {
                return true;
            }
        }
        return false;
    }

    static boolean owns(String uid, ApiObject<?> object) {
        for (var reference : object.metadata().ownerReferences()) {
            if (reference.uid().equals(uid)) {
                return true;
            }
        }
        return false;
    }

    static boolean isControlled(ApiObject<?> object) {
        for (var reference : object.metadata().ownerReferences()) {
            if (Boolean.TRUE.equals(reference.controller())) {
                return true;
            }
        }
        return false;
    }
}
