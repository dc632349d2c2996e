package io.factuur.delivery.ui;

import io.factuur.delivery.MailContent;
import io.factuur.delivery.NewRecipient;
import io.factuur.shared.EmailAddress;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What stands in the form of a recipient. */
record RecipientForm(
        String address,
        String language,
        MailContent content,
        @Nullable LocalDate endsOn) {

    NewRecipient recipient() {
        return new NewRecipient(new EmailAddress(address), language, content, endsOn);
    }
}
