package io.factuur.delivery.ui;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.factuur.delivery.MailLinks;
import io.factuur.delivery.MailLinks.Entry;
import java.util.Optional;

/** Where a new recipient confirms the address. Opening the page changes nothing: mail programs open links too. */
@Route(value = "mail/confirm/:token", autoLayout = false)
@AnonymousAllowed
class ConfirmView extends LinkPage {

    private final MailLinks links;

    ConfirmView(MailLinks links) {
        this.links = links;
    }

    @Override
    void show(String token) {
        Optional<Entry> found = links.toConfirm(token);
        if (found.isEmpty()) {
            say("alert", getTranslation("delivery.link.gone"), getTranslation("delivery.confirm.gone"));
        } else if (found.get().confirmed()) {
            confirmed(found.get());
        } else {
            say(
                    "mail",
                    getTranslation("delivery.confirm.question"),
                    getTranslation(
                            "delivery.confirm.explained",
                            found.get().address(),
                            found.get().scopeName()));
            offer(getTranslation("delivery.confirm.button"), () -> {
                if (links.confirm(token)) {
                    confirmed(found.get());
                } else {
                    show(token);
                }
            });
        }
    }

    private void confirmed(Entry entry) {
        say(
                "check",
                getTranslation("delivery.confirm.done"),
                getTranslation("delivery.confirm.done.about", entry.scopeName(), entry.address()));
    }
}
