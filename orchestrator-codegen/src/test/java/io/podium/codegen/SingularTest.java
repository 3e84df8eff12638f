package io.podium.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingularTest {

    @ParameterizedTest
    @CsvSource({
        "containers, container",
        "policies, policy",
        "addresses, address",
        "ingresses, ingress",
        "branches, branch",
        "hashes, hash",
        "suffixes, suffix",
        "storageClasses, storageClass",
        "capabilities, capability",
        "containerStatuses, containerStatus",
        "hostAliases, hostAlias",
        "causes, cause",
        "clusterIPs, clusterIP",
        "env, env",
        "status, status",
        "access, access",
        "data, data"
    })
    void followsTheRulesOfEnglishAsFarAsNeeded(String plural, String singular) {
        assertThat(Singular.of(plural)).isEqualTo(singular);
    }
}
