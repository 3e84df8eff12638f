package io.podium.apiserver.rules.pod;

import io.podium.api.core.DownwardAPIVolumeFile;
import io.podium.api.core.EnvVar;
import io.podium.api.core.EnvVarSource;
import io.podium.api.core.ObjectFieldSelector;
import io.podium.api.core.ResourceFieldSelector;
import io.podium.api.meta.Quantity;
import org.jspecify.annotations.Nullable;

/** Defaults of the selectors of a pod's own fields, in environment variables and in files. */
final class FieldDefaults {
    private FieldDefaults() {}

    static EnvVar variable(EnvVar variable) {
        var source = source(variable.valueFrom());
        return source == variable.valueFrom() ? variable : variable.withValueFrom(source);
    }

    private static @Nullable EnvVarSource source(@Nullable EnvVarSource source) {
        if (source == null) {
            return null;
        }
        var field = field(source.fieldRef());
        var resource = resource(source.resourceFieldRef());
        return field == source.fieldRef() && resource == source.resourceFieldRef()
                ? source
                : source.withFieldRef(field).withResourceFieldRef(resource);
    }

    static DownwardAPIVolumeFile file(DownwardAPIVolumeFile file) {
        var field = field(file.fieldRef());
        var resource = resource(file.resourceFieldRef());
        return field == file.fieldRef() && resource == file.resourceFieldRef()
                ? file
                : file.withFieldRef(field).withResourceFieldRef(resource);
    }

    private static @Nullable ObjectFieldSelector field(@Nullable ObjectFieldSelector field) {
        return field != null && field.apiVersion().isEmpty() ? field.withApiVersion("v1") : field;
    }

    private static @Nullable ResourceFieldSelector resource(@Nullable ResourceFieldSelector resource) {
        return resource != null && resource.divisor() == null ? resource.withDivisor(Quantity.ZERO) : resource;
    }
}
