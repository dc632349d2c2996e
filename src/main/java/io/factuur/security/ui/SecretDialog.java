package io.factuur.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Shows a secret that nobody will see again. */
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
        add(new Paragraph(text), secret);
        Button seen = new Button(getTranslation("secret.seen"), click -> close());
        seen.addThemeNames("primary");
        getFooter().add(seen);
    }
}
