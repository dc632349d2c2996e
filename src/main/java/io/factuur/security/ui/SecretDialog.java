package io.factuur.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.factuur.ui.Icons;
import io.factuur.ui.Notices;

/** Shows a secret that nobody will see again. The script in {@code scripts/frame.js} copies it. */
class SecretDialog extends Dialog {

    final TextField secret = new TextField();

    SecretDialog(String title, String text, String label, String value) {
        setHeaderTitle(title);
        setWidth("36rem");
        setCloseOnOutsideClick(false);
        secret.setLabel(label);
        secret.setValue(value);
        secret.setReadOnly(true);
        secret.setAutoselect(true);
        secret.setWidthFull();
        secret.addClassName("secret");
        secret.setSuffixComponent(copy(label));
        add(new Paragraph(text), secret);
        Button seen = new Button(getTranslation("secret.seen"), click -> close());
        seen.addThemeNames("primary");
        getFooter().add(seen);
    }

    private Button copy(String label) {
        Button copy = new Button(getTranslation("secret.copy"), Icons.of("copy"));
        copy.addThemeNames("tertiary", "small");
        copy.addClassName("copies");
        copy.setAriaLabel(getTranslation("secret.copy.named", label));
        copy.getElement().addEventListener("copied", done -> Notices.done(getTranslation("secret.copied", label)));
        copy.getElement().addEventListener("not-copied", not -> Notices.failed(getTranslation("secret.not-copied")));
        return copy;
    }
}
