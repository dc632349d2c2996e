package io.factuur.scope.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.factuur.agreement.Property;
import io.factuur.scope.Address;
import io.factuur.scope.Properties;
import io.factuur.scope.Scope;
import io.factuur.shared.Problem;
import io.factuur.ui.NamedFields;
import io.factuur.ui.Notices;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Changes what may be changed about a scope; the contract's own terms are there for the operator only. */
class PropertiesDialog extends Dialog {

    /** As {@link Properties} calls them. */
    private static final Map<Property, String> NAMES = Map.of(
            Property.DISPLAY_NAME, "displayName",
            Property.BILL_TO, "billTo",
            Property.SOLD_TO, "soldTo",
            Property.SHIP_TO, "shipTo",
            Property.PURCHASE_ORDER, "purchaseOrder",
            Property.TAX_ID, "taxId",
            Property.REGISTRATION_NUMBER, "registrationNumber",
            Property.CONTACT_EMAIL, "contactEmail",
            Property.COST_CENTER, "costCenter");

    final Map<Property, TextField> texts = new EnumMap<>(Property.class);
    final Map<Property, AddressFields> addresses = new EnumMap<>(Property.class);
    final TagFields tags = new TagFields();
    final Button save = new Button();
    private final ContractFields contract;
    private final Properties before;
    private NamedFields refused = new NamedFields();

    PropertiesDialog(Scope scope, Properties before, boolean operator, Consumer<Properties> keep) {
        this.before = before;
        Set<Property> there = scope.agreement().terms().propertiesAt(scope.kind());
        setHeaderTitle(getTranslation("properties.update"));
        setWidth("44rem");
        FormLayout lines = new FormLayout();
        lines.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("30rem", 2));
        Div form = new Div(lines);
        form.addClassName("property-form");
        text(lines, there, Property.DISPLAY_NAME, before.displayName());
        text(lines, there, Property.PURCHASE_ORDER, before.purchaseOrder());
        text(lines, there, Property.TAX_ID, before.taxId());
        text(lines, there, Property.REGISTRATION_NUMBER, before.registrationNumber());
        text(lines, there, Property.CONTACT_EMAIL, before.contactEmail());
        text(lines, there, Property.COST_CENTER, before.costCenter());
        address(form, there, Property.BILL_TO, before.billTo());
        address(form, there, Property.SOLD_TO, before.soldTo());
        address(form, there, Property.SHIP_TO, before.shipTo());
        tags.show(before.tags());
        if (there.contains(Property.TAGS)) {
            form.add(tags);
        }
        contract = new ContractFields(there, before);
        if (operator) {
            form.add((Component) contract);
        }
        add(form);
        save.setText(getTranslation("ui.save"));
        save.addThemeNames("primary");
        save.addClickListener(click -> {
            refused.forget();
            if (isComplete() && Notices.attempt(() -> keep.accept(read()), this::refuse)) {
                close();
            }
        });
        getFooter().add(new Button(getTranslation("ui.cancel"), click -> close()), save);
    }

    /** What is missing is said where it is missing; what is wrong otherwise, the service says. */
    private boolean isComplete() {
        TextField name = texts.get(Property.DISPLAY_NAME);
        boolean nameless = name != null && name.getValue().isBlank();
        if (name != null) {
            name.setErrorMessage(nameless ? getTranslation("ui.fill-in") : "");
            name.setInvalid(nameless);
        }
        List<AddressFields> incomplete = addresses.values().stream()
                .filter(fields -> !fields.isComplete())
                .toList();
        if (nameless) {
            name.focus();
        } else {
            incomplete.stream().findFirst().ifPresent(AddressFields::focusMissing);
        }
        return !nameless && incomplete.isEmpty();
    }

    private void refuse(Problem problem) {
        refused = contract.named().with("tags", tags.named());
        NAMES.forEach((property, name) -> {
            if (texts.containsKey(property)) {
                refused.with(name, texts.get(property));
            }
            if (addresses.containsKey(property)) {
                refused.with(name, addresses.get(property).named());
            }
        });
        refused.refuse(problem);
    }

    private Properties read() {
        return new Properties(
                read(Property.DISPLAY_NAME, before.displayName()),
                read(Property.BILL_TO, before.billTo()),
                read(Property.SOLD_TO, before.soldTo()),
                read(Property.SHIP_TO, before.shipTo()),
                read(Property.PURCHASE_ORDER, before.purchaseOrder()),
                read(Property.TAX_ID, before.taxId()),
                read(Property.REGISTRATION_NUMBER, before.registrationNumber()),
                read(Property.CONTACT_EMAIL, before.contactEmail()),
                read(Property.COST_CENTER, before.costCenter()),
                tags.read(),
                contract.enrollment(),
                contract.sold(),
                contract.terms(),
                contract.status(),
                contract.reason(),
                before.version());
    }

    private String read(Property property, String otherwise) {
        TextField field = texts.get(property);
        return field == null ? otherwise : field.getValue();
    }

    private Address read(Property property, Address otherwise) {
        AddressFields fields = addresses.get(property);
        return fields == null ? otherwise : fields.read();
    }

    private void text(FormLayout lines, Set<Property> there, Property property, String value) {
        if (there.contains(property)) {
            TextField field = new TextField(getTranslation(property.labelKey()));
            field.setValue(value == null ? "" : value);
            texts.put(property, field);
            lines.add(field);
        }
    }

    private void address(Div form, Set<Property> there, Property property, Address value) {
        if (there.contains(property)) {
            AddressFields fields = new AddressFields(getTranslation(property.labelKey())).show(value);
            addresses.put(property, fields);
            form.add(fields);
        }
    }
}
