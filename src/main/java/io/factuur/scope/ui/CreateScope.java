package io.factuur.scope.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.AccountSetup;
import io.factuur.scope.NewScope;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.ui.Notices;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for what a new billing account, or a scope below one, needs; offers only what the agreement has there. */
class CreateScope extends Dialog {

    private static final List<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .sorted()
            .toList();

    final ComboBox<ScopeKind> kind = new ComboBox<>(getTranslation("properties.kind"));
    final ComboBox<AgreementType> agreement = new ComboBox<>(getTranslation("scope.agreement"));
    final TextField name = new TextField(getTranslation("scope.name"));
    final TextField externalId = new TextField(getTranslation("scope.id"));
    final ComboBox<String> currency = new ComboBox<>(getTranslation("scope.currency"));
    final TextField owner = new TextField(getTranslation("accounts.owner"));
    final Button save = new Button(getTranslation("accounts.save"), click -> save());

    private final AccountSetup setup;
    private final @Nullable Scope parent;
    private final Person person;
    private final Consumer<Scope> done;

    CreateScope(AccountSetup setup, @Nullable Scope parent, Person person, Consumer<Scope> done) {
        this.setup = setup;
        this.parent = parent;
        this.person = person;
        this.done = done;
        setHeaderTitle(
                parent == null
                        ? getTranslation("accounts.create")
                        : getTranslation("accounts.create-in", parent.name()));
        setWidth("30rem");
        offer();
        FormLayout form = new FormLayout();
        if (parent == null) {
            form.add(agreement);
        } else {
            form.add(kind);
        }
        form.add(name, externalId, currency, owner);
        add(form);
        Button cancel = new Button(getTranslation("ui.cancel"), click -> close());
        save.addThemeName("primary");
        getFooter().add(cancel, save);
    }

    private void offer() {
        kind.setItemLabelGenerator(item -> getTranslation(item.labelKey()));
        kind.setItems(
                parent == null
                        ? List.of(ScopeKind.BILLING_ACCOUNT)
                        : parent.agreement().terms().childrenOf(parent.kind()).stream()
                                .sorted()
                                .toList());
        kind.setValue(kind.getListDataView().getItem(0));
        agreement.setItems(AgreementType.values());
        agreement.setItemLabelGenerator(item -> getTranslation(item.labelKey()));
        agreement.setValue(AgreementType.MCA);
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        externalId.setRequiredIndicatorVisible(true);
        externalId.setHelperText(getTranslation("accounts.id.help"));
        externalId.setValueChangeMode(ValueChangeMode.LAZY);
        externalId.addValueChangeListener(typed -> warn(typed.getValue()));
        currency.setItems(CURRENCIES);
        currency.setValue(parent == null ? "EUR" : parent.currency().getCurrencyCode());
        owner.setHelperText(getTranslation("accounts.owner.help"));
    }

    /** IDs may repeat, but whoever repeats one should know what follows: docs/decisions/0003. */
    private void warn(String typed) {
        List<Scope> carrying = setup.carrying(typed, person);
        externalId.setHelperText(
                carrying.isEmpty()
                        ? getTranslation("accounts.id.help")
                        : getTranslation(
                                "accounts.id.carried", carrying.getFirst().name()));
    }

    private void save() {
        NewScope wanted = new NewScope(
                parent == null ? null : parent.id(),
                Objects.requireNonNullElse(kind.getValue(), ScopeKind.BILLING_ACCOUNT),
                parent == null ? agreement.getValue() : null,
                name.getValue(),
                externalId.getValue(),
                currency.getValue(),
                null);
        boolean well = Notices.attempt(() -> {
            Scope created = setup.create(wanted, owner.getValue(), person);
            Notices.done(getTranslation("accounts.created", created.name()));
            done.accept(created);
        });
        if (well) {
            close();
        }
    }
}
