package io.factuur.access;

import io.factuur.agreement.Role;
import io.factuur.shared.Texts;
import java.text.ListFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** A decision in words: one sentence, or two when somebody can change it. For disabled buttons, pages and programs. */
public final class Reasons {

    private Reasons() {}

    /** "“Access to invoice” is off. Only the Account Administrator can turn this on: Anna." */
    public static String sentence(Decision decision, Locale locale) {
        String why = why(decision.reasons().getFirst(), decision, locale);
        String remedy = remedy(decision, locale);
        return remedy.isEmpty() ? why : why + " " + remedy;
    }

    private static String why(Reason reason, Decision decision, Locale locale) {
        return switch (reason) {
            case Reason.By by -> inherited(by.held(), decision.scopeId(), locale);
            case Reason.ByOperator ignored -> Texts.get(locale, "reason.by-operator");
            case Reason.SwitchedOff off -> Texts.get(locale, "reason.switched-off", off.condition());
            case Reason.NotShared ignored -> Texts.get(locale, "reason.not-shared");
            case Reason.ProgramsOnly only ->
                Texts.get(locale, "reason.programs-only", only.held().role());
            case Reason.Muted muted -> Texts.get(locale, "reason.muted", muted.by(), muted.unless());
            case Reason.NoRole ignored -> noRole(decision, locale);
            case Reason.NobodyWhileOff off -> Texts.get(locale, "reason.nobody-while-off", off.condition());
            case Reason.NotHere nowhere -> Texts.get(locale, "reason.not-here", nowhere.kind(), nowhere.agreement());
            case Reason.Disabled ignored -> Texts.get(locale, "reason.disabled");
        };
    }

    private static String noRole(Decision decision, Locale locale) {
        return decision.rolesFor().isEmpty()
                ? Texts.get(locale, "reason.no-role-at-all")
                : Texts.get(locale, "reason.no-role", roles(decision.rolesFor(), locale));
    }

    private static String inherited(Held held, long scopeId, Locale locale) {
        return held.scopeId() == scopeId
                ? Texts.get(locale, "reason.by", held.role())
                : Texts.get(locale, "reason.by-inherited", held.role(), held.scopeName());
    }

    private static String remedy(Decision decision, Locale locale) {
        Decision.Remedy remedy = decision.remedy();
        if (remedy == null) {
            return "";
        }
        String about =
                switch (decision.reasons().getFirst()) {
                    case Reason.NoRole ignored -> "remedy.role";
                    case Reason.NotShared ignored -> "remedy.holder";
                    default -> "remedy.switch";
                };
        if (remedy.roles().isEmpty()) {
            return Texts.get(locale, about + ".operator");
        }
        String roles = roles(remedy.roles(), locale);
        return remedy.people().isEmpty()
                ? Texts.get(locale, about + ".nobody", roles)
                : Texts.get(locale, about, roles, people(remedy, locale));
    }

    private static String people(Decision.Remedy remedy, Locale locale) {
        List<String> names = new ArrayList<>(remedy.people());
        if (remedy.others() > 0) {
            names.add(Texts.get(locale, "remedy.others", remedy.others()));
        }
        return list(names, ListFormat.Type.STANDARD, locale);
    }

    private static String roles(Collection<Role> roles, Locale locale) {
        return list(
                roles.stream().map(role -> Texts.get(locale, role.labelKey())).toList(), ListFormat.Type.OR, locale);
    }

    private static String list(List<String> words, ListFormat.Type type, Locale locale) {
        return words.size() == 1
                ? words.getFirst()
                : ListFormat.getInstance(locale, type, ListFormat.Style.FULL).format(words);
    }
}
