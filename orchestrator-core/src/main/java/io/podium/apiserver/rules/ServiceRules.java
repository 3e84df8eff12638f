package io.podium.apiserver.rules;

import io.podium.api.core.Service;
import io.podium.api.core.ServiceStatus;
import io.podium.api.core.ServiceStatusBuilder;
import io.podium.api.meta.Sorted;
import io.podium.apiserver.validation.NameRule;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Services. Their cluster IPs and node ports are given by an allocator between these rules: after {@link #prepareForUpdate} has kept
 * those that were given before, and before what came out is validated.
 */
final class ServiceRules implements KindRules<Service> {
    private static final ServiceStatus NO_STATUS = new ServiceStatusBuilder().build();
    private static final Map<String, Function<Service, String>> SELECTABLE = Sorted.copyOf(Map.of(
            "spec.clusterIP", (Service service) -> service.spec().clusterIP(),
            "spec.type", (Service service) -> service.spec().type()));

    @Override
    public NameRule nameRule() {
        return NameRule.LABEL_1035;
    }

    @Override
    public boolean createsOnUpdate() {
        return true;
    }

    @Override
    public Service defaults(Service service) {
        var spec = ServiceDefaults.of(service.spec());
        var status = ServiceDefaults.of(service.status());
        var result = spec == service.spec() ? service : service.withSpec(spec);
        return status == service.status() ? result : result.withStatus(status);
    }

    @Override
    public Service prepareForCreate(Service service) {
        var spec = service.spec();
        var created = service.withStatus(NO_STATUS);
        return spec.clusterIPs().isEmpty() && !spec.clusterIP().isEmpty()
                ? created.withSpec(spec.withClusterIPs(List.of(spec.clusterIP())))
                : created;
    }

    @Override
    public Service prepareForUpdate(Service updated, Service old) {
        var spec = ServiceChanges.kept(updated.spec(), old.spec());
        return updated.withSpec(spec).withStatus(old.status());
    }

    @Override
    public Service prepareForStatusUpdate(Service updated, Service old) {
        return updated.withSpec(old.spec());
    }

    @Override
    public void validateCreate(Service service, Problems problems) {
        ServiceValidation.validate(service, problems);
    }

    @Override
    public void validateUpdate(Service updated, Service old, Problems problems) {
        ServiceValidation.validateChange(updated.spec(), old.spec(), problems);
        ServiceValidation.validate(updated, problems);
    }

    @Override
    public void validateStatusUpdate(Service updated, Service old, Problems problems) {
        LoadBalancerRules.validate(updated, problems);
    }

    @Override
    public Map<String, Function<Service, String>> selectableFields() {
        return SELECTABLE;
    }
}
