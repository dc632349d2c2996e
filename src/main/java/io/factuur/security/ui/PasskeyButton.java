package io.factuur.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.server.VaadinRequest;
import io.factuur.ui.Icons;
import io.factuur.ui.Notices;
import org.springframework.security.web.csrf.CsrfToken;

/** Starts the browser's talk with an authenticator ({@code scripts/passkeys.js}). */
class PasskeyButton extends Button {

    enum Purpose {
        REGISTER("register"),
        SIGN_IN("sign-in");

        private final String word;

        Purpose(String word) {
            this.word = word;
        }
    }

    PasskeyButton(String text, Purpose purpose) {
        super(text, Icons.of("key"));
        getElement().setAttribute("data-passkey", purpose.word);
        if (VaadinRequest.getCurrent().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            getElement().setAttribute("data-csrf-header", token.getHeaderName());
            getElement().setAttribute("data-csrf-token", token.getToken());
        }
        getElement().addEventListener("passkey-failed", failed -> Notices.failed(getTranslation("passkey.failed")));
        addAttachListener(attached -> attached.getUI().getPage().addJavaScript("scripts/passkeys.js"));
    }

    /** What the new passkey is called; without a name none is added. */
    void named(String name) {
        getElement().setAttribute("data-label", name);
        setEnabled(!name.isBlank());
    }
}
