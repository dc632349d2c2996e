package io.factuur.delivery;

import io.factuur.shared.EmailAddress;
import io.factuur.shared.Problem;
import io.factuur.shared.Texts;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An address to add.
 *
 * @param language ISO 639, one the portal speaks
 * @param endsOn the last day on which it gets mail; null for no end
 */
public record NewRecipient(
        EmailAddress address,
        String language,
        MailContent content,
        @Nullable LocalDate endsOn) {

    public NewRecipient {
        if (!Texts.LANGUAGES.contains(Locale.of(language))) {
            throw Problem.invalid("delivery.problem.language", language, Texts.codes());
        }
    }

    /** Names no address: this may end up in a log. */
    @Override
    public String toString() {
        return "NewRecipient";
    }
}
