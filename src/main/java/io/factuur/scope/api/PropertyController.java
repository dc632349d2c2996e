package io.factuur.scope.api;

import io.factuur.access.Assignment;
import io.factuur.agreement.Role;
import io.factuur.scope.Address;
import io.factuur.scope.Enrollment;
import io.factuur.scope.Properties;
import io.factuur.scope.ScopeProperties;
import io.factuur.scope.ScopeStatus;
import io.factuur.scope.Sold;
import io.factuur.scope.StatusReason;
import io.factuur.scope.Terms;
import io.factuur.security.CurrentPerson;
import io.factuur.shared.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is kept about a scope; its contract can be read here, but is changed by the operator on the page. */
@RestController
@RequestMapping("/api/v1/scopes/{id}/properties")
class PropertyController {

    private final ScopeProperties properties;
    private final CurrentPerson me;

    PropertyController(ScopeProperties properties, CurrentPerson me) {
        this.properties = properties;
        this.me = me;
    }

    @GetMapping
    PropertiesJson get(@PathVariable long id) {
        return PropertiesJson.of(properties.get(id, me.get()), properties.owners(id, me.get()));
    }

    @PutMapping
    PropertiesJson change(@PathVariable long id, @RequestBody NewProperties wanted) {
        Properties before = properties.get(id, me.get());
        Properties kept = properties.change(id, wanted.over(before), me.get());
        return PropertiesJson.of(kept, properties.owners(id, me.get()));
    }

    /** @param version as it was read */
    record NewProperties(
            @Nullable Long version,
            @Nullable String displayName,
            @Nullable Address billTo,
            @Nullable Address soldTo,
            @Nullable Address shipTo,
            @Nullable String purchaseOrder,
            @Nullable String taxId,
            @Nullable String contactEmail,
            @Nullable String costCenter,
            @Nullable String registrationNumber,
            @Nullable Map<String, @Nullable String> tags) {

        Properties over(Properties before) {
            if (version == null) {
                throw Problem.invalid("problem.field-missing", "version");
            }
            return new Properties(
                    displayName == null ? "" : displayName,
                    billTo,
                    soldTo,
                    shipTo,
                    purchaseOrder,
                    taxId,
                    registrationNumber,
                    contactEmail,
                    costCenter,
                    tags == null ? Map.of() : tags,
                    before.enrollment(),
                    before.sold(),
                    before.terms(),
                    before.status(),
                    before.statusReason(),
                    version);
        }
    }

    /** @param owners of a scope that belongs to one person, for those who may see who has access */
    record PropertiesJson(
            long version,
            String displayName,
            @Nullable Address billTo,
            @Nullable Address soldTo,
            @Nullable Address shipTo,
            @Nullable String purchaseOrder,
            @Nullable String taxId,
            @Nullable String contactEmail,
            @Nullable String costCenter,
            @Nullable String registrationNumber,
            Map<String, String> tags,
            List<OwnerJson> owners,
            ContractJson contract) {

        static PropertiesJson of(Properties kept, List<Assignment> owners) {
            return new PropertiesJson(
                    kept.version(),
                    kept.displayName(),
                    kept.billTo(),
                    kept.soldTo(),
                    kept.shipTo(),
                    kept.purchaseOrder(),
                    kept.taxId(),
                    kept.contactEmail(),
                    kept.costCenter(),
                    kept.registrationNumber(),
                    kept.tags(),
                    owners.stream()
                            .map(owner -> new OwnerJson(owner.username(), owner.displayName(), owner.role()))
                            .toList(),
                    ContractJson.of(kept));
        }
    }

    record OwnerJson(String user, String displayName, Role role) {}

    /**
     * @param monthlyCredit in the scope's currency
     * @param taxRate a share: 0.21
     */
    record ContractJson(
            ScopeStatus status,
            @Nullable StatusReason statusReason,
            String offer,
            @Nullable String monthlyCredit,
            boolean sovereignCloud,
            @Nullable String taxRate,
            @Nullable Integer paymentDays,
            @Nullable String language,
            Enrollment enrollment) {

        static ContractJson of(Properties kept) {
            Sold sold = kept.sold();
            Terms terms = kept.terms();
            return new ContractJson(
                    kept.status(),
                    kept.statusReason(),
                    sold.offer().name(),
                    plain(sold.monthlyCredit()),
                    sold.sovereignCloud(),
                    plain(terms.taxRate()),
                    terms.paymentDays(),
                    terms.language(),
                    kept.enrollment());
        }

        private static @Nullable String plain(@Nullable BigDecimal value) {
            return value == null ? null : value.toPlainString();
        }
    }
}
