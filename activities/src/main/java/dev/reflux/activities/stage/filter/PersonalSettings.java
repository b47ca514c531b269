package dev.reflux.activities.stage.filter;

import dev.reflux.activities.stage.filter.personal.PersonalData;
import dev.reflux.config.Key;

/** What becomes of personal data, kind by kind. */
public record PersonalSettings(
        @Key(value = "Keys, tokens and passwords.", otherwise = "mask")
        Treatment secret,

        @Key(value = "Account numbers with right check digits.", otherwise = "mask")
        Treatment iban,

        @Key(value = "Card numbers of known issuers with a right check digit.", otherwise = "mask")
        Treatment creditCard,

        @Key(value = "E-mail addresses.", otherwise = "mask")
        Treatment email,

        @Key(value = "Telephone numbers.", otherwise = "mask")
        Treatment phone,

        @Key(value = "Public IP addresses.", otherwise = "mask")
        Treatment ipAddress) {

    /** What becomes of one kind. */
    public enum Treatment {
        /** Nothing is looked for. */
        KEEP,
        /** A placeholder takes its place. */
        MASK,
        /** What holds it does not go on. */
        REJECT
    }

    /** Personal data stays as it is. */
    static final PersonalSettings NONE = new PersonalSettings(
            Treatment.KEEP, Treatment.KEEP, Treatment.KEEP, Treatment.KEEP, Treatment.KEEP, Treatment.KEEP);

    /** Personal data is masked. */
    static final PersonalSettings MASKED = new PersonalSettings(
            Treatment.MASK, Treatment.MASK, Treatment.MASK, Treatment.MASK, Treatment.MASK, Treatment.MASK);

    /** E-mail and IP addresses are masked, as FineWeb does. */
    static final PersonalSettings ADDRESSES_MASKED = new PersonalSettings(
            Treatment.KEEP, Treatment.KEEP, Treatment.KEEP, Treatment.MASK, Treatment.KEEP, Treatment.MASK);

    Treatment of(PersonalData kind) {
        return switch (kind) {
            case SECRET -> secret;
            case IBAN -> iban;
            case CREDIT_CARD -> creditCard;
            case EMAIL -> email;
            case PHONE -> phone;
            case IP_ADDRESS -> ipAddress;
        };
    }
}
