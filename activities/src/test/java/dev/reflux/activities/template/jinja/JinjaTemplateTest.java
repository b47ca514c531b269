package dev.reflux.activities.template.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.template.python.PythonJson;
import dev.reflux.activities.template.python.TemplateFailure;
import dev.reflux.activities.template.python.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the language means; every expectation is what Jinja 3.1 in the settings of transformers gives. */
class JinjaTemplateTest {

    private static final String VARIABLES = """
            {"a": true, "b": false, "n": 3, "x": 1.5, "none": null, "s": "héllo wörld", "e": "a😀b", "list": [1, 2, 3, 4],
             "d": {"k": "v", "items": 1, "n": null, "q": "it's"}, "people": [{"name": "B", "age": 2}, {"name": "a", "age": 1}]}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '§',
            value = {
                "a and not b ¦ True",
                "not a or not b ¦ True",
                "not a == b ¦ True",
                "1 + 2 * 3 ** 2 ¦ 19",
                "-2 ** 2 ¦ 4",
                "'a' ~ 1 + 2 ¦ ERROR",
                "1 ~ 2 ~ none ¦ 12None",
                "7 // 2, -7 // 2, 7 / 2, -7 % 3 ¦ (3, -4, 3.5, 2)",
                "1 < 2 < 3, 1 < 3 < 2 ¦ (True, False)",
                "2 in list, 9 not in list, 'k' in d, 'ell' in 'hello' ¦ (True, True, True, True)",
                "'x' if b else 'y' ¦ y",
                "'x' if b ¦ §§",
                "n if a else 0 + 1 ¦ 3",
                "s[1:4], s[-5:], s[::-1], list[1:-1], list[::2] ¦ ('éll', 'wörld', 'dlröw olléh', [2, 3], [1, 3])",
                "e | length, e[1], e[:2], e[2:] ¦ (3, '😀', 'a😀', 'b')",
                "list[9] is defined, list[-1], d.nope is defined ¦ (False, 4, False)",
                "d.items is callable, d['items'], d.k ¦ (True, 1, 'v')",
                "none.foo is defined, none['foo'] is defined ¦ (False, False)",
                "raise_exception is defined, strftime_now is defined, nope is defined ¦ (True, True, False)",
                "strftime_now('%d %b %Y') ¦ 05 Mar 2026",
                "d ¦ {'k': 'v', 'items': 1, 'n': None, 'q': \"it's\"}",
                "d | tojson ¦ {\"k\": \"v\", \"items\": 1, \"n\": null, \"q\": \"it's\"}",
                "'é<\\u0001' | tojson, 'é' | tojson(ensure_ascii=true) ¦ ('\"é<\\\\u0001\"', '\"\\\\u00e9\"')",
                "[1, {}, []] | tojson(indent=2) ¦ §[\n  1,\n  {},\n  []\n]§",
                "x, 1e16, 1e-5, 100.0, 0.1 + 0.2 ¦ (1.5, 1e+16, 1e-05, 100.0, 0.30000000000000004)",
                "true + 1, 1 == true, 1 == 1.0, '1' == 1 ¦ (2, True, True, False)",
                "(), (1,), [], {} ¦ ((), (1,), [], {})",
                "' x '.strip() ~ '|' ~ ' x '.rstrip() ~ '|' ~ 'xxaxx'.strip('x') ¦ x| x|a",
                "'a,b,c'.split(',', 1), ' a  b '.split(), 'a,b,c'.rsplit(',', 1) ¦ (['a', 'b,c'], ['a', 'b'], ['a,b', 'c'])",
                "'Hi'.startswith(('x', 'H')), 'Hi'.endswith('i'), 'aXbX'.replace('X', '', 1) ¦ (True, True, 'abX')",
                "d.get('zz', 5), d.get('zz'), d.keys() | list ¦ (5, None, ['k', 'items', 'n', 'q'])",
                "people | map(attribute='name') | join(', ') ¦ B, a",
                "people | selectattr('age', 'gt', 1) | map(attribute='name') | list ¦ ['B']",
                "people | sort(attribute='name') | map(attribute='age') | list ¦ [1, 2]",
                "list | reject('equalto', 2) | list, list | sum, list | first, list | last ¦ ([1, 3, 4], 10, 1, 4)",
                "nope | default('z'), '' | default('z'), '' | default('z', true) ¦ ('z', '', 'z')",
                "'12' | int + 1, 'x' | int, '1.9' | int ¦ (13, 0, 1)",
                "'hello wORLD' | title, 'hELLO' | capitalize, \"it's a-b\".title() ¦ ('Hello World', 'Hello', \"It'S A-B\")",
                "list is iterable, 'x' is sequence, d is mapping, n is string ¦ (True, True, True, False)",
                "'\\x41\\u00e9\\n' ¦ §Aé\n§",
                "'a' 'b' ¦ ab",
                "nope ¦ §§",
                "nope.foo ¦ ERROR",
                "nope + 'x' ¦ ERROR",
                "'x' + none ¦ ERROR",
                "'x' + 1 ¦ ERROR",
                "1 < 'x' ¦ ERROR",
                "1 / 0 ¦ ERROR",
                "list.append(5) ¦ ERROR",
                "s.__class__ ¦ ERROR",
                "s | wordwrap ¦ ERROR",
                "s is weird ¦ ERROR",
                "cycler ¦ ERROR",
                "'%s' % s ¦ ERROR",
                "nope() ¦ ERROR",
            })
    void meansWhatPythonMeans(String expression, String expected) {
        if (expected.equals("ERROR")) {
            assertThatThrownBy(() -> render("{{ " + expression + " }}")).isInstanceOf(TemplateFailure.class);
        } else {
            assertThat(render("{{ " + expression + " }}")).isEqualTo(expected);
        }
    }

    @Test
    void takesTheLineEndBehindABlockAndTheSpaceBeforeIt() {
        assertThat(render("a\n  {% if a %}\n b\n  {% endif %}\nc\n")).isEqualTo("a\n b\nc");
        assertThat(render("a\n  {{ n }}\n  {# gone #}\nc")).isEqualTo("a\n  3\nc");
        assertThat(render("a \n {%- if a -%} \n b {%- endif %}\n\nc")).isEqualTo("ab\nc");
        assertThat(render("a\n  {%+ if a +%}\nb{% endif %}")).isEqualTo("a\n  \nb");
        assertThat(render("x {% if a %} y {% endif %} z")).isEqualTo("x  y  z");
        assertThat(render("a\r\n{% if a %}\r\nb{% endif %}\r\n")).isEqualTo("a\nb");
        assertThat(render("{% raw %}{{ n }}{% endraw %}")).isEqualTo("{{ n }}");
    }

    @Test
    void keepsWhatALoopSetsWithinItsTurn() {
        assertThat(render("{% set v = 0 %}{% for i in list %}{% set v = v + i %}{{ v }}{% endfor %}{{ v }}"))
                .isEqualTo("12340");
        assertThat(
                        render(
                                "{% set ns = namespace(v=0) %}{% for i in list %}{% set ns.v = ns.v + i %}{% endfor %}{{ ns.v }}"))
                .isEqualTo("10");
        assertThat(render("{% if a %}{% set v = 1 %}{% endif %}{{ v }}")).isEqualTo("1");
    }

    @Test
    void tellsALoopWhereItIs() {
        assertThat(
                        render(
                                "{% for i in list if i != 2 %}{{ loop.index }}/{{ loop.length }}:{{ loop.previtem }}{{ loop.last }} {% endfor %}"))
                .isEqualTo("1/3:False 2/3:1False 3/3:3True ");
        assertThat(render("{% for i in [] %}x{% else %}none{% endfor %}")).isEqualTo("none");
        assertThat(render("{% for k, v in {'a': 1}.items() %}{{ k }}{{ v }}{% endfor %}"))
                .isEqualTo("a1");
        assertThat(
                        render(
                                "{% for i in list %}{% if i == 2 %}{% continue %}{% endif %}{% if i == 4 %}{% break %}{% endif %}{{ i }}{% endfor %}"))
                .isEqualTo("13");
    }

    @Test
    void callsMacrosWithDefaultsNamesAndACaller() {
        assertThat(
                        render(
                                "{% macro m(x, y='d', z=y) %}{{ x }}{{ y }}{{ z }}{{ later }}{% endmacro %}{% set later = '!' %}{{ m(1) }} {{ m(1, z=2) }} {{ m() }}"))
                .isEqualTo("1dd! 1d2! dd!");
        assertThat(render("{% macro m() %}[{{ caller(2) }}]{% endmacro %}{% call(v) m() %}{{ v }}{% endcall %}"))
                .isEqualTo("[2]");
        assertThatThrownBy(() -> render("{% macro m(x) %}{% endmacro %}{{ m(1, 2) }}"))
                .isInstanceOf(TemplateFailure.class);
        assertThat(render("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(*['q']) }}"))
                .isEqualTo("q");
    }

    @Test
    void setsBlocksAndSeveralNames() {
        assertThat(render("{% set v %}a{{ n }}{% endset %}{% set p, q = 1, 2 %}{{ v }}{{ p }}{{ q }}"))
                .isEqualTo("a312");
        assertThat(render("{% filter upper %}a{% endfilter %}{% with v = 1 %}{{ v }}{% endwith %}{{ v }}"))
                .isEqualTo("A1");
    }

    @Test
    void saysTheLineOfWhatItDoesNotKnow() {
        assertThatThrownBy(() -> render("a\nb\n{% include 'x' %}"))
                .isInstanceOfSatisfying(TemplateFailure.class, failure -> assertThat(failure.line())
                        .isEqualTo(3))
                .hasMessageContaining("include");
        assertThatThrownBy(() -> render("a\n{{ nope.foo }}"))
                .isInstanceOfSatisfying(TemplateFailure.class, failure -> assertThat(failure.line())
                        .isEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
                "{{ 'x' * 9999999999 }}",
                "{% set ns = namespace(s='x') %}{% for i in range(99) %}{% set ns.s = ns.s + ns.s %}{% endfor %}",
                "{% set ns = namespace(s=[1]) %}{% for i in range(99) %}{% set ns.s = ns.s + ns.s %}{% endfor %}",
                "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
                "{{ range(9999999999) }}",
                "{{ 'x' | indent(9999999999) }}",
                "{{ [[1]] | tojson(indent=999999999) }}",
                "{{ ('x' * 99999).replace('', 'y') }}",
                "{{ 9 ** 99999 }}",
                "{% if",
                "{{ 'x",
                "{{ (1 }}",
                "{% for i in list %}",
                "{% endfor %}",
                "{% break %}",
            })
    void endsHostileAndBrokenTemplatesWithAFailure(String template) {
        assertThatThrownBy(() -> render(template)).isInstanceOf(TemplateFailure.class);
    }

    @Test
    void endsDeepNestingWithAFailure() {
        String deep = "(".repeat(200_000) + "1" + ")".repeat(200_000);
        assertThatThrownBy(() -> render("{{ " + deep + " }}")).isInstanceOf(TemplateFailure.class);
    }

    private static String render(String template) {
        return JinjaTemplate.parse(template)
                .render(variables(), LocalDateTime.of(2026, 3, 5, 12, 0))
                .text();
    }

    private static Map<String, Value> variables() {
        Map<String, Value> variables = new LinkedHashMap<>();
        try {
            new JsonMapper()
                    .readTree(VARIABLES)
                    .properties()
                    .forEach(field -> variables.put(field.getKey(), PythonJson.read(field.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return variables;
    }
}
