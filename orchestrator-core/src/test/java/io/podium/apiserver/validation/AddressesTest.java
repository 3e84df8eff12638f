package io.podium.apiserver.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "10.9.8.7, 10.9.8.7",
        "010.009.8.7, 10.9.8.7",
        "::, 0:0:0:0:0:0:0:0",
        "::1, 0:0:0:0:0:0:0:1",
        "1::, 1:0:0:0:0:0:0:0",
        "2001:db8::ffff, 2001:db8:0:0:0:0:0:ffff",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "64:ff9b::1.2.3.4, 64:ff9b:0:0:0:0:102:304",
        "::ffff:1.2.3.4, 1.2.3.4"
    })
    void reads(String text, String address) {
        assertThat(Addresses.parse(text).map(InetAddress::getHostAddress)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2.3",
                "1.2.3.256",
                "1.2.3.4.5",
                "1..2.3",
                "a.b.c.d",
                "localhost",
                ":",
                ":::",
                "1:2",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "1:2:3:4:5:6:7:8::",
                "g::",
                "fe80::1%eth0",
                "12345::",
                "1.2.3.4::",
                "1:2:3:4:5:6:7:",
                " 1.2.3.4",
                "+1.2.3.4",
                "١.2.3.4"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(Addresses.ipProblems(text))
                .containsExactly("must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
        assertThat(Addresses.parse(text)).isEmpty();
    }

    @Test
    void strictnessRefusesWhatOldFieldsTake() {
        assertThat(Addresses.ipProblems("010.9.8.7")).isEmpty();
        assertThat(Addresses.strictIpProblems("010.9.8.7")).containsExactly("must not have leading 0s");
        assertThat(Addresses.strictIpProblems("::ffff:1.2.3.4"))
                .containsExactly("must not be an IPv4-mapped IPv6 address");
        assertThat(Addresses.strictIpProblems("0.0.0.0")).isEmpty();
        assertThat(Addresses.cidrProblems("10.0.0.1/08")).isEmpty();
        assertThat(Addresses.strictCidrProblems("10.0.0.1/08")).hasSize(2);
        assertThat(Addresses.strictCidrProblems("10.0.0.0/8")).isEmpty();
        assertThat(Addresses.strictCidrProblems("2001:db8::/32")).isEmpty();
        assertThat(Addresses.strictCidrProblems("2001:db8::1/32"))
                .containsExactly("must not have bits set beyond the prefix length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "1.5.0/8",
                "::/129",
                "a/8",
                "10.0.0.0/8/8"
            })
    void refusesWhatIsNoBlock(String text) {
        assertThat(Addresses.cidrProblems(text))
                .containsExactly("must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)");
    }

    @Test
    void knowsAddressesThatNobodyElseReaches() {
        assertThat(Addresses.nonSpecialIpProblems("0.0.0.0")).first().asString().startsWith("may not be unspecified");
        assertThat(Addresses.nonSpecialIpProblems("127.3.2.1"))
                .first()
                .asString()
                .startsWith("may not be in the loopback range");
        assertThat(Addresses.nonSpecialIpProblems("fe80::1"))
                .first()
                .asString()
                .startsWith("may not be in the link-local range");
        assertThat(Addresses.nonSpecialIpProblems("224.0.0.9"))
                .first()
                .asString()
                .startsWith("may not be in the link-local multicast range");
        assertThat(Addresses.nonSpecialIpProblems("10.1.2.3")).isEmpty();
        assertThat(Addresses.isV6(Addresses.parse("::1").orElseThrow())).isTrue();
    }
}
