package dev.reflux.activities.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.report.survey.AspectSheet;
import dev.reflux.activities.report.survey.JudgeSurvey;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The judges' verdicts of a round, as {@code summary.json} has them. */
final class JudgeFigures {

    private static final int PLACES = 6;

    private JudgeFigures() {}

    /** One object for each aspect. */
    static ArrayNode of(JudgeSurvey survey) {
        ArrayNode aspects = JsonNodeFactory.instance.arrayNode();
        survey.aspects().forEach(aspect -> aspects.add(aspect(aspect)));
        return aspects;
    }

    private static ObjectNode aspect(AspectSheet sheet) {
        ObjectNode aspect = object().put("aspect", sheet.aspect())
                .put("decided", sheet.decided())
                .put("passed", sheet.passed())
                .put("undecided", sheet.undecided())
                .put("meanScore", rounded(sheet.meanScore()))
                .put("compared", sheet.compared())
                .put("alphaNominal", rounded(sheet.alphaNominal()))
                .put("alphaInterval", rounded(sheet.alphaInterval()));
        ArrayNode agreement = aspect.putArray("agreement");
        sheet.judgePairs()
                .forEach(pair -> agreement.add(object().put("first", pair.first())
                        .put("second", pair.second())
                        .put("compared", pair.kappa().compared())
                        .put("kappa", rounded(pair.kappa().value()))
                        .put("quadraticKappa", rounded(pair.quadratic().value()))));
        ArrayNode positions = aspect.putArray("positions");
        sheet.positions()
                .forEach(position ->
                        positions.add(object().put("judge", position.judge().isEmpty() ? null : position.judge())
                                .put("pairs", position.pairs())
                                .put("inconsistentShare", rounded(position.inconsistentShare()))
                                .put("firstWinRate", rounded(position.firstWinRate()))));
        return aspect;
    }

    private static Double rounded(Double value) {
        return value == null
                ? null
                : Double.valueOf(BigDecimal.valueOf(value)
                        .setScale(PLACES, RoundingMode.HALF_UP)
                        .doubleValue());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
