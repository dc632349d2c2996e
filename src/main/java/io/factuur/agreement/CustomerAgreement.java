package io.factuur.agreement;

import static io.factuur.agreement.Operation.CHANGE_INVOICE_MAIL;
import static io.factuur.agreement.Operation.CHANGE_PROPERTIES;
import static io.factuur.agreement.Operation.DOWNLOAD_INVOICE;
import static io.factuur.agreement.Operation.DOWNLOAD_PRICES;
import static io.factuur.agreement.Operation.DOWNLOAD_USAGE;
import static io.factuur.agreement.Operation.GRANT_ACCESS;
import static io.factuur.agreement.Operation.PAY;
import static io.factuur.agreement.Operation.RECEIVE_INVOICE_MAIL;
import static io.factuur.agreement.Operation.SEE_ACCESS;
import static io.factuur.agreement.Operation.SEE_COSTS;
import static io.factuur.agreement.Operation.SEE_INVOICES;
import static io.factuur.agreement.Operation.SEE_INVOICE_MAIL;
import static io.factuur.agreement.Operation.SEE_SCOPE;
import static io.factuur.agreement.Role.BILLING_ACCOUNT_CONTRIBUTOR;
import static io.factuur.agreement.Role.BILLING_ACCOUNT_OWNER;
import static io.factuur.agreement.Role.BILLING_ACCOUNT_READER;
import static io.factuur.agreement.Role.BILLING_PROFILE_CONTRIBUTOR;
import static io.factuur.agreement.Role.BILLING_PROFILE_OWNER;
import static io.factuur.agreement.Role.BILLING_PROFILE_READER;
import static io.factuur.agreement.Role.INVOICE_MANAGER;
import static io.factuur.agreement.Role.INVOICE_SECTION_CONTRIBUTOR;
import static io.factuur.agreement.Role.INVOICE_SECTION_OWNER;
import static io.factuur.agreement.Role.INVOICE_SECTION_READER;
import static io.factuur.agreement.Role.SUBSCRIPTION_CREATOR;
import static io.factuur.agreement.Role.SUBSCRIPTION_OWNER;
import static io.factuur.agreement.Role.USER_ACCESS_ADMINISTRATOR;
import static io.factuur.agreement.ScopeKind.BILLING_ACCOUNT;
import static io.factuur.agreement.ScopeKind.BILLING_PROFILE;
import static io.factuur.agreement.ScopeKind.INVOICE_SECTION;
import static io.factuur.agreement.ScopeKind.SUBSCRIPTION;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Microsoft Customer Agreement: an account with billing profiles, each profile with its own invoice, split in sections. */
final class CustomerAgreement implements Agreement {

    private static final List<Grant> GRANTS = readTable();

    private static List<Grant> readTable() {
        Grants grants = new Grants();
        grants.role(
                        BILLING_ACCOUNT_OWNER,
                        BILLING_ACCOUNT_CONTRIBUTOR,
                        BILLING_ACCOUNT_READER,
                        BILLING_PROFILE_OWNER,
                        BILLING_PROFILE_CONTRIBUTOR,
                        BILLING_PROFILE_READER,
                        INVOICE_MANAGER)
                .may(SEE_SCOPE, SEE_COSTS, SEE_INVOICES, DOWNLOAD_INVOICE, DOWNLOAD_USAGE, DOWNLOAD_PRICES, SEE_ACCESS)
                .at(BILLING_PROFILE)
                .may(SEE_INVOICE_MAIL);
        grants.role(
                        BILLING_ACCOUNT_OWNER,
                        BILLING_ACCOUNT_CONTRIBUTOR,
                        BILLING_PROFILE_OWNER,
                        BILLING_PROFILE_CONTRIBUTOR)
                .may(CHANGE_PROPERTIES)
                .at(BILLING_PROFILE)
                .may(CHANGE_INVOICE_MAIL);
        grants.role(BILLING_PROFILE_OWNER, BILLING_PROFILE_CONTRIBUTOR, BILLING_PROFILE_READER, INVOICE_MANAGER)
                .at(BILLING_PROFILE)
                .may(RECEIVE_INVOICE_MAIL);
        grants.role(BILLING_ACCOUNT_OWNER, BILLING_PROFILE_OWNER, BILLING_PROFILE_CONTRIBUTOR, INVOICE_MANAGER)
                .at(BILLING_PROFILE)
                .may(PAY);
        grants.role(BILLING_ACCOUNT_OWNER, BILLING_PROFILE_OWNER).may(GRANT_ACCESS);
        grants.role(INVOICE_SECTION_OWNER, INVOICE_SECTION_CONTRIBUTOR, INVOICE_SECTION_READER)
                .may(SEE_SCOPE, SEE_COSTS, SEE_ACCESS);
        grants.role(INVOICE_SECTION_OWNER, INVOICE_SECTION_CONTRIBUTOR)
                .at(INVOICE_SECTION)
                .may(CHANGE_PROPERTIES);
        grants.role(INVOICE_SECTION_OWNER).at(INVOICE_SECTION).may(GRANT_ACCESS);
        grants.role(SUBSCRIPTION_CREATOR).may(SEE_SCOPE);
        grants.role(SubscriptionRoles.GENERAL).may(SEE_SCOPE, SEE_COSTS, SEE_ACCESS);
        grants.role(SUBSCRIPTION_OWNER, USER_ACCESS_ADMINISTRATOR).may(GRANT_ACCESS);
        grants.role(SubscriptionRoles.COST_ONLY).may(SEE_SCOPE, SEE_COSTS);
        return grants.list();
    }

    @Override
    public Set<ScopeKind> childrenOf(ScopeKind kind) {
        return switch (kind) {
            case BILLING_ACCOUNT -> Set.of(BILLING_PROFILE);
            case BILLING_PROFILE -> Set.of(INVOICE_SECTION);
            case INVOICE_SECTION -> Set.of(SUBSCRIPTION);
            default -> Set.of();
        };
    }

    @Override
    public ScopeKind invoicedKind() {
        return BILLING_PROFILE;
    }

    @Override
    public ScopeKind billedKind() {
        return BILLING_PROFILE;
    }

    @Override
    public List<ScopeKind> defaultPath() {
        return List.of(INVOICE_SECTION);
    }

    @Override
    public List<Role> rolesAt(ScopeKind kind) {
        return switch (kind) {
            case BILLING_ACCOUNT -> List.of(BILLING_ACCOUNT_OWNER, BILLING_ACCOUNT_CONTRIBUTOR, BILLING_ACCOUNT_READER);
            case BILLING_PROFILE ->
                List.of(BILLING_PROFILE_OWNER, BILLING_PROFILE_CONTRIBUTOR, BILLING_PROFILE_READER, INVOICE_MANAGER);
            case INVOICE_SECTION ->
                List.of(
                        INVOICE_SECTION_OWNER,
                        INVOICE_SECTION_CONTRIBUTOR,
                        INVOICE_SECTION_READER,
                        SUBSCRIPTION_CREATOR);
            case SUBSCRIPTION -> SubscriptionRoles.ALL;
            default -> List.of();
        };
    }

    @Override
    public Set<Role> owners() {
        return Set.of(BILLING_ACCOUNT_OWNER, BILLING_PROFILE_OWNER, INVOICE_SECTION_OWNER);
    }

    @Override
    public List<Grant> grants() {
        return GRANTS;
    }

    @Override
    public Set<Property> propertiesAt(ScopeKind kind) {
        return switch (kind) {
            case BILLING_ACCOUNT ->
                EnumSet.of(
                        Property.DISPLAY_NAME,
                        Property.SOLD_TO,
                        Property.TAX_ID,
                        Property.REGISTRATION_NUMBER,
                        Property.TERMS,
                        Property.STATUS,
                        Property.STATUS_REASON);
            case BILLING_PROFILE ->
                EnumSet.of(
                        Property.DISPLAY_NAME,
                        Property.BILL_TO,
                        Property.SOLD_TO,
                        Property.SHIP_TO,
                        Property.PURCHASE_ORDER,
                        Property.TAX_ID,
                        Property.TAGS,
                        Property.TERMS,
                        Property.STATUS,
                        Property.STATUS_REASON);
            case INVOICE_SECTION ->
                EnumSet.of(Property.DISPLAY_NAME, Property.TAGS, Property.STATUS, Property.STATUS_REASON);
            case SUBSCRIPTION ->
                EnumSet.of(Property.DISPLAY_NAME, Property.OFFER, Property.STATUS, Property.STATUS_REASON);
            default -> EnumSet.noneOf(Property.class);
        };
    }

    @Override
    public InvoiceMail invoiceMail() {
        return InvoiceMail.PER_PROFILE;
    }

    @Override
    public UsageLayout usageLayout() {
        return UsageLayout.MCA;
    }

    @Override
    public boolean invoicesZero() {
        return true;
    }

    @Override
    public InvoiceDetail invoiceDetail() {
        return InvoiceDetail.ORDERS;
    }
}
