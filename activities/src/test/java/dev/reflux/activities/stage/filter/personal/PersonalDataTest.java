package dev.reflux.activities.stage.filter.personal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is personal data, and what only looks like it. */
class PersonalDataTest {

    private static final String LETTERS = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hI6";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    EMAIL       | Write to jane.doe+x@mail.example.org, please. | Write to [EMAIL], please.
                    EMAIL       | <müller@bücher.example>                       | <[EMAIL]>
                    PHONE       | Call +49 (0)30 1234-5678 now                  | Call [PHONE] now
                    PHONE       | (212) 555-0187 or 212-555-0187.               | [PHONE] or [PHONE].
                    PHONE       | Tel.: 030 1234567                             | Tel.: [PHONE]
                    PHONE       | My phone number is 0171/2345678               | My phone number is [PHONE]
                    IBAN        | To DE89 3704 0044 0532 0130 00 today          | To [IBAN] today
                    IBAN        | GB82WEST12345698765432                        | [IBAN]
                    CREDIT_CARD | Card 4111 1111 1111 1111, 12/29               | Card [CREDIT_CARD], 12/29
                    CREDIT_CARD | 378282246310005                               | [CREDIT_CARD]
                    IP_ADDRESS  | from 93.184.216.34:80                         | from [IP_ADDRESS]:80
                    IP_ADDRESS  | ping 2606:2800:220:1:248:1893:25c8:1946       | ping [IP_ADDRESS]
                    IP_ADDRESS  | 2a00:1450:4001::200e is up                    | [IP_ADDRESS] is up
                    """)
    void isMasked(PersonalData kind, String text, String masked) {
        assertThat(kind.isIn(text)).isTrue();
        assertThat(kind.mask(text)).isEqualTo(masked);
        assertThat(kind.mask(masked)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    EMAIL       | @Override public int a(int b)
                    EMAIL       | the regex [a-z]+@[a-z]+\\.com
                    PHONE       | In 2020-2021 there were 1,234,567 of them
                    PHONE       | 3.141592653589793 and 123456789
                    PHONE       | 1+2345678901234 = x
                    PHONE       | 100-200-3000
                    IBAN        | DE89 3704 0044 0532 0130 01
                    IBAN        | XX89 3704 0044 0532 0130 00
                    IBAN        | DE8937040044053201300
                    CREDIT_CARD | 4111 1111 1111 1112
                    CREDIT_CARD | 1111 1111 1111 1117
                    CREDIT_CARD | 0.4111111111111111
                    IP_ADDRESS  | 192.168.0.1 and 10.1.2.3 and 127.0.0.1 and 172.20.1.1
                    IP_ADDRESS  | 256.1.1.1
                    IP_ADDRESS  | version 93.184.216.34
                    IP_ADDRESS  | 1.2.3.4.5
                    IP_ADDRESS  | std::vector at 12:30:45
                    IP_ADDRESS  | 2001:db8::1
                    SECRET      | password = "YOUR_PASSWORD_GOES_IN_HERE"
                    SECRET      | api_key = os.environ["SOME_API_KEY_2_READ_HERE"]
                    SECRET      | sk-learn is a library
                    """)
    void staysAsItIs(PersonalData kind, String text) {
        assertThat(kind.isIn(text)).isFalse();
        assertThat(kind.mask(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghp_", "hf_", "sk-proj-", "glpat-", "xoxb-", "sk_live_", "AIza"})
    void aKeyIsToldByTheFormOfItsIssuer(String prefix) {
        String body = prefix.equals("hf_")
                ? LETTERS.replaceAll("\\d", "x").substring(0, 34)
                : prefix.equals("AIza") ? LETTERS.substring(0, 35) : LETTERS;

        assertThat(PersonalData.SECRET.mask("key " + prefix + body + ".")).isEqualTo("key [SECRET].");
    }

    @Test
    void aValueCalledAKeyIsMaskedWithoutItsName() {
        assertThat(PersonalData.SECRET.mask("api_key: \"" + LETTERS + "\"")).isEqualTo("api_key: \"[SECRET]\"");
        assertThat(PersonalData.SECRET.mask("id AKIA" + "ABCDEFGHIJKLMNOP")).isEqualTo("id [SECRET]");
    }

    @Test
    void aPrivateKeyIsMaskedAsAWhole() {
        String begin = "-----BEGIN RSA PRIVATE " + "KEY-----\n";
        String end = "\n-----END RSA PRIVATE " + "KEY-----";

        assertThat(PersonalData.SECRET.mask(begin + "MIIabc+/=\nxyz" + end + "\nend"))
                .isEqualTo("[SECRET]\nend");
    }

    @Test
    void aLongTextOfAlmostMatchesIsReadQuickly() {
        for (PersonalData kind : PersonalData.values()) {
            for (String piece : new String[] {
                "a.b@",
                "4111 ",
                "+1-2",
                "1.2.3.",
                "DE89 3704 ",
                "2001:",
                "eyJ.",
                "sk-a",
                "-----BEGIN ",
                "token: a-",
                "tel "
            }) {
                kind.mask(piece.repeat(50_000));
            }
        }
    }
}
