package io.podium.apiserver.admission;

import io.podium.api.admission.Attributes;
import io.podium.api.admission.Attributes.Operation;
import io.podium.api.admission.Refusal;
import io.podium.api.client.ApiException;
import io.podium.api.core.Namespace;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.StatusBuilder;
import java.util.List;

/** Nothing is written to a namespace that is not there, nothing new to one that is going, and the first namespaces stay. */
final class NamespaceLifecycle implements WriteGuard {
    private static final List<String> IMMORTAL = List.of("default", "kube-system", "kube-public");

    @Override
    public void check(ApiObject<?> object, Attributes<?> attributes) {
        if (attributes.operation() == Operation.DELETE) {
            if (object instanceof Namespace && IMMORTAL.contains(object.name())) {
                throw new Refusal("this namespace may not be deleted");
            }
            return;
        }
        var name = attributes.namespace();
        if (!object.kind().namespaced() || name.isEmpty()) {
            return;
        }
        var namespace = attributes
                .objects()
                .find(Namespace.KIND, ObjectKey.of("", name))
                .orElseThrow(() -> missing(name));
        if (attributes.operation() == Operation.CREATE
                && (namespace.isTerminating() || namespace.status().phase().equals("Terminating"))) {
            throw terminating(object, name);
        }
    }

    private static ApiException missing(String name) {
        return ApiException.of(new StatusBuilder()
                .status("Failure")
                .reason("NotFound")
                .code(404)
                .message("namespaces \"" + name + "\" not found")
                .details(details -> details.kind("namespaces").name(name))
                .build());
    }

    private static ApiException terminating(ApiObject<?> object, String name) {
        var kind = object.kind();
        return ApiException.of(new StatusBuilder()
                .status("Failure")
                .reason("Forbidden")
                .code(403)
                .message(kind.resource() + " \"" + object.name()
                        + "\" is forbidden: unable to create new content in namespace " + name
                        + " because it is being terminated")
                .details(details -> details.group(kind.group())
                        .kind(kind.plural())
                        .name(object.name())
                        .cause(cause -> cause.reason("NamespaceTerminating")
                                .message("namespace " + name + " is being terminated")
                                .field("metadata.namespace")))
                .build());
    }
}
