package io.podium.apiserver.rules;

import io.podium.api.core.ObjectReference;
import io.podium.api.core.ObjectReferenceBuilder;
import io.podium.api.core.ServiceAccount;
import io.podium.apiserver.validation.Problems;

/** Service accounts, which refer to their secrets by name alone. */
final class ServiceAccountRules implements KindRules<ServiceAccount> {

    @Override
    public ServiceAccount prepareForCreate(ServiceAccount account) {
        for (var secret : account.secrets()) {
            if (!secret.equals(byName(secret))) {
                return account.withSecrets(account.secrets().stream()
                        .map(ServiceAccountRules::byName)
                        .toList());
            }
        }
        return account;
    }

    @Override
    public ServiceAccount prepareForUpdate(ServiceAccount updated, ServiceAccount old) {
        return prepareForCreate(updated);
    }

    @Override
    public void validateCreate(ServiceAccount account, Problems problems) {
        // any reference is allowed: what it names may come later
    }

    private static ObjectReference byName(ObjectReference reference) {
        return new ObjectReferenceBuilder().name(reference.name()).build();
    }
}
