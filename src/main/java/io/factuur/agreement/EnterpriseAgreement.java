package io.factuur.agreement;

import static io.factuur.agreement.Condition.ACCOUNT_OWNER_VIEW_CHARGES;
import static io.factuur.agreement.Condition.DEPARTMENT_ADMIN_VIEW_CHARGES;
import static io.factuur.agreement.Condition.INVOICE_DOWNLOAD;
import static io.factuur.agreement.Operation.CHANGE_INVOICE_MAIL;
import static io.factuur.agreement.Operation.CHANGE_POLICIES;
import static io.factuur.agreement.Operation.CHANGE_PROPERTIES;
import static io.factuur.agreement.Operation.DOWNLOAD_INVOICE;
import static io.factuur.agreement.Operation.DOWNLOAD_PRICES;
import static io.factuur.agreement.Operation.DOWNLOAD_USAGE;
import static io.factuur.agreement.Operation.GRANT_ACCESS;
import static io.factuur.agreement.Operation.SEE_ACCESS;
import static io.factuur.agreement.Operation.SEE_COSTS;
import static io.factuur.agreement.Operation.SEE_INVOICES;
import static io.factuur.agreement.Operation.SEE_INVOICE_MAIL;
import static io.factuur.agreement.Operation.SEE_SCOPE;
import static io.factuur.agreement.Role.ACCOUNT_OWNER;
import static io.factuur.agreement.Role.DEPARTMENT_ADMINISTRATOR;
import static io.factuur.agreement.Role.DEPARTMENT_ADMINISTRATOR_READ_ONLY;
import static io.factuur.agreement.Role.EA_PURCHASER;
import static io.factuur.agreement.Role.ENTERPRISE_ADMINISTRATOR;
import static io.factuur.agreement.Role.ENTERPRISE_ADMINISTRATOR_READ_ONLY;
import static io.factuur.agreement.Role.SUBSCRIPTION_OWNER;
import static io.factuur.agreement.Role.USER_ACCESS_ADMINISTRATOR;
import static io.factuur.agreement.ScopeKind.BILLING_ACCOUNT;
import static io.factuur.agreement.ScopeKind.DEPARTMENT;
import static io.factuur.agreement.ScopeKind.ENROLLMENT_ACCOUNT;
import static io.factuur.agreement.ScopeKind.SUBSCRIPTION;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Enterprise Agreement: an enrollment with departments and accounts, one invoice for all of it. */
final class EnterpriseAgreement implements Agreement {

    private static final List<Grant> GRANTS = readTable();

    private static List<Grant> readTable() {
        Grants grants = new Grants();
        grants.role(ENTERPRISE_ADMINISTRATOR)
                .may(SEE_SCOPE, SEE_COSTS, DOWNLOAD_USAGE, DOWNLOAD_PRICES, SEE_INVOICES)
                .mayIf(INVOICE_DOWNLOAD, DOWNLOAD_INVOICE)
                .may(CHANGE_PROPERTIES, SEE_ACCESS, GRANT_ACCESS)
                .at(BILLING_ACCOUNT)
                .may(SEE_INVOICE_MAIL, CHANGE_INVOICE_MAIL, CHANGE_POLICIES);
        grants.role(ENTERPRISE_ADMINISTRATOR_READ_ONLY)
                .may(SEE_SCOPE, SEE_COSTS, DOWNLOAD_USAGE, DOWNLOAD_PRICES, SEE_ACCESS)
                .at(BILLING_ACCOUNT)
                .may(SEE_INVOICE_MAIL);
        grants.role(EA_PURCHASER).may(SEE_SCOPE, SEE_COSTS, DOWNLOAD_USAGE, DOWNLOAD_PRICES);
        grants.role(DEPARTMENT_ADMINISTRATOR, DEPARTMENT_ADMINISTRATOR_READ_ONLY)
                .may(SEE_SCOPE, SEE_ACCESS)
                .mayIf(DEPARTMENT_ADMIN_VIEW_CHARGES, SEE_COSTS, DOWNLOAD_USAGE);
        grants.role(DEPARTMENT_ADMINISTRATOR)
                .at(DEPARTMENT, ENROLLMENT_ACCOUNT)
                .may(CHANGE_PROPERTIES)
                .at(DEPARTMENT)
                .may(GRANT_ACCESS);
        grants.role(ACCOUNT_OWNER)
                .may(SEE_SCOPE, SEE_ACCESS)
                .mayIf(ACCOUNT_OWNER_VIEW_CHARGES, SEE_COSTS, DOWNLOAD_USAGE)
                .at(SUBSCRIPTION)
                .may(CHANGE_PROPERTIES, GRANT_ACCESS);
        grants.role(SubscriptionRoles.GENERAL).may(SEE_SCOPE, SEE_ACCESS).mayIf(ACCOUNT_OWNER_VIEW_CHARGES, SEE_COSTS);
        grants.role(SUBSCRIPTION_OWNER, USER_ACCESS_ADMINISTRATOR).may(GRANT_ACCESS);
        grants.role(SubscriptionRoles.COST_ONLY).may(SEE_SCOPE).mayIf(ACCOUNT_OWNER_VIEW_CHARGES, SEE_COSTS);
        return grants.list();
    }

    /** With the department policy off, department users see no costs at any level, even where they own an account. */
    private static final List<Mute> MUTES = List.of(new Mute(
            Set.of(DEPARTMENT_ADMINISTRATOR, DEPARTMENT_ADMINISTRATOR_READ_ONLY),
            DEPARTMENT_ADMIN_VIEW_CHARGES,
            ownersAndSubscriptionRoles(),
            Set.of(SEE_COSTS, DOWNLOAD_USAGE)));

    private static Set<Role> ownersAndSubscriptionRoles() {
        Set<Role> roles = EnumSet.of(ACCOUNT_OWNER);
        roles.addAll(SubscriptionRoles.ALL);
        return roles;
    }

    @Override
    public Set<ScopeKind> childrenOf(ScopeKind kind) {
        return switch (kind) {
            case BILLING_ACCOUNT -> Set.of(DEPARTMENT, ENROLLMENT_ACCOUNT);
            case DEPARTMENT -> Set.of(ENROLLMENT_ACCOUNT);
            case ENROLLMENT_ACCOUNT -> Set.of(SUBSCRIPTION);
            default -> Set.of();
        };
    }

    @Override
    public ScopeKind invoicedKind() {
        return BILLING_ACCOUNT;
    }

    @Override
    public ScopeKind billedKind() {
        return BILLING_ACCOUNT;
    }

    @Override
    public List<ScopeKind> defaultPath() {
        return List.of(ENROLLMENT_ACCOUNT);
    }

    @Override
    public List<Role> rolesAt(ScopeKind kind) {
        return switch (kind) {
            case BILLING_ACCOUNT -> List.of(ENTERPRISE_ADMINISTRATOR, ENTERPRISE_ADMINISTRATOR_READ_ONLY, EA_PURCHASER);
            case DEPARTMENT -> List.of(DEPARTMENT_ADMINISTRATOR, DEPARTMENT_ADMINISTRATOR_READ_ONLY);
            case ENROLLMENT_ACCOUNT -> List.of(ACCOUNT_OWNER);
            case SUBSCRIPTION -> SubscriptionRoles.ALL;
            default -> List.of();
        };
    }

    @Override
    public Set<Role> owners() {
        return Set.of(ENTERPRISE_ADMINISTRATOR, DEPARTMENT_ADMINISTRATOR, ACCOUNT_OWNER);
    }

    @Override
    public List<Grant> grants() {
        return GRANTS;
    }

    @Override
    public List<Mute> mutes() {
        return MUTES;
    }

    @Override
    public Set<Property> propertiesAt(ScopeKind kind) {
        return switch (kind) {
            case BILLING_ACCOUNT ->
                EnumSet.of(
                        Property.DISPLAY_NAME,
                        Property.BILL_TO,
                        Property.SOLD_TO,
                        Property.SHIP_TO,
                        Property.PURCHASE_ORDER,
                        Property.TAX_ID,
                        Property.REGISTRATION_NUMBER,
                        Property.CONTACT_EMAIL,
                        Property.TERMS,
                        Property.ENROLLMENT,
                        Property.STATUS,
                        Property.STATUS_REASON);
            case DEPARTMENT, ENROLLMENT_ACCOUNT ->
                EnumSet.of(Property.DISPLAY_NAME, Property.COST_CENTER, Property.STATUS, Property.STATUS_REASON);
            case SUBSCRIPTION ->
                EnumSet.of(Property.DISPLAY_NAME, Property.OFFER, Property.STATUS, Property.STATUS_REASON);
            default -> EnumSet.noneOf(Property.class);
        };
    }

    @Override
    public Set<Condition> switchesAt(ScopeKind kind) {
        return kind == BILLING_ACCOUNT
                ? EnumSet.of(DEPARTMENT_ADMIN_VIEW_CHARGES, ACCOUNT_OWNER_VIEW_CHARGES, INVOICE_DOWNLOAD)
                : EnumSet.noneOf(Condition.class);
    }

    @Override
    public InvoiceMail invoiceMail() {
        return InvoiceMail.CONTACTS;
    }

    @Override
    public UsageLayout usageLayout() {
        return UsageLayout.EA;
    }

    @Override
    public InvoiceList invoiceList() {
        return InvoiceList.BY_DOCUMENT;
    }

    /** What "Usage + charges" counts as Azure's own usage: neither bought separately nor sold by others. */
    @Override
    public boolean creditsCover(String chargeCategory, String publisherName) {
        return !chargeCategory.equals("Purchase") && (publisherName.isEmpty() || publisherName.startsWith("Microsoft"));
    }

    /** No invoice without a service overage, without charges billed separately and without what others sold. */
    @Override
    public boolean invoicesCovered() {
        return false;
    }

    @Override
    public boolean ordersUnderOwnNumber() {
        return true;
    }

    @Override
    public boolean itemizesInvoices() {
        return true;
    }

    @Override
    public InvoiceDetail invoiceDetail() {
        return InvoiceDetail.PRODUCTS;
    }
}
