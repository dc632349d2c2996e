package io.factuur.invoice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.factuur.invoice.NewPayment;
import io.factuur.invoice.PaymentMethod;
import io.factuur.ui.DayField;
import io.factuur.ui.NamedFields;

/** What was paid on an invoice, when and how. */
class PaymentFields {

    final BigDecimalField amount = new BigDecimalField(word("life.amount"));
    final DayField paidOn = new DayField();
    final ComboBox<PaymentMethod> method = new ComboBox<>(word("invoice.payments.method"));
    final TextField reference = new TextField(word("invoice.payments.reference"));
    final NamedFields named =
            new NamedFields().with("amount", amount).with("paidOn", paidOn).with("reference", reference);

    PaymentFields() {
        amount.setHelperText(word("life.amount.help"));
        paidOn.setLabel(word("invoice.payments.on"));
        method.setItems(PaymentMethod.values());
        method.setItemLabelGenerator(item -> word(item.labelKey()));
        method.setValue(PaymentMethod.BANK_TRANSFER);
        method.addValueChangeListener(chosen -> reference.setLabel(word(
                chosen.getValue() == PaymentMethod.SETTLEMENT
                        ? "invoice.payments.other"
                        : "invoice.payments.reference")));
    }

    Component[] all() {
        return new Component[] {amount, paidOn, method, reference};
    }

    NewPayment read() {
        return new NewPayment(paidOn.getValue(), amount.getValue(), method.getValue(), reference.getValue());
    }

    void clear() {
        amount.clear();
        reference.clear();
    }

    private static String word(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
