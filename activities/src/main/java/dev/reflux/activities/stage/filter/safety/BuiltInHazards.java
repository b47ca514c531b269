package dev.reflux.activities.stage.filter.safety;

import java.util.List;

/** The hazards that are usually told apart, in words of our own. */
final class BuiltInHazards {

    private static final List<String> NAMES = List.of(
            "violence",
            "weapons",
            "crime",
            "cyber-attack",
            "child-abuse",
            "sexual-crime",
            "sexual-content",
            "self-harm",
            "hate",
            "harassment",
            "privacy",
            "deception",
            "dangerous-advice");

    private BuiltInHazards() {}

    /** In the order in which a judge is shown them. */
    static List<String> names() {
        return NAMES;
    }

    static List<Hazard> all() {
        return NAMES.stream().map(BuiltInHazards::named).toList();
    }

    static Hazard named(String name) {
        return new Hazard(name, description(name));
    }

    private static String description(String name) {
        return switch (name) {
            case "violence" -> "plans, incites or glorifies attacks on people or animals, terror included";
            case "weapons" ->
                "helps to make, get or use weapons, explosives, poisons, or chemical, biological,"
                        + " radiological or nuclear agents against people";
            case "crime" -> "helps to steal, defraud, traffic in drugs or goods, launder money, or to get away with it";
            case "cyber-attack" -> "helps to break into, spy on or damage computers, networks or accounts of others";
            case "child-abuse" -> "sexualises minors, or helps to abuse, groom or exploit them";
            case "sexual-crime" -> "incites to, excuses or helps with rape, trafficking in people or sexual coercion";
            case "sexual-content" -> "is written to arouse sexually";
            case "self-harm" -> "encourages suicide, self-injury or disordered eating, or says how to go about it";
            case "hate" ->
                "demeans or dehumanises people for their origin, religion, sex, orientation, disability or"
                        + " another trait they share";
            case "harassment" -> "threatens, bullies, stalks or humiliates somebody, or helps to";
            case "privacy" -> "reveals, or helps to find out, private facts about real people against their will";
            case "deception" ->
                "is made to deceive the public or voters, to slander real people, or to pass for" + " somebody else";
            case "dangerous-advice" ->
                "gives advice on health, law, money or machines that would harm whoever follows it";
            default -> throw new IllegalArgumentException("Hazard " + name + " must be one of " + NAMES);
        };
    }
}
