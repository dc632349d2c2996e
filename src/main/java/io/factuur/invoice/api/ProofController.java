package io.factuur.invoice.api;

import com.opencsv.CSVWriter;
import io.factuur.api.FileDownload;
import io.factuur.api.MoneyJson;
import io.factuur.invoice.Proof;
import io.factuur.invoice.Proofs;
import io.factuur.security.CurrentPerson;
import io.factuur.shared.Money;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The bridge from usage rows to an invoice's total, computed anew. */
@RestController
@RequestMapping("/api/v1/invoices/{number}")
class ProofController {

    private final Proofs proofs;
    private final CurrentPerson me;

    ProofController(Proofs proofs, CurrentPerson me) {
        this.proofs = proofs;
        this.me = me;
    }

    @GetMapping("/proof")
    ProofJson proof(@PathVariable String number) {
        return ProofJson.of(proofs.of(number, me.get()));
    }

    /** The same as a CSV for machines. */
    @GetMapping("/proof.csv")
    void csv(@PathVariable String number, HttpServletResponse response) throws IOException {
        Proof proof = proofs.of(number, me.get());
        FileDownload.describe(response, proof.number() + "_proof.csv", "text/csv;charset=UTF-8");
        try (CSVWriter csv =
                new CSVWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            csv.writeNext(new String[] {"Step", "Computed", "Stored", "Agrees", "Currency"}, false);
            for (Proof.Step step : proof.steps()) {
                csv.writeNext(
                        new String[] {
                            step.code(),
                            plain(step.computed()),
                            plain(step.stored()),
                            String.valueOf(step.agrees()),
                            proof.currency().getCurrencyCode()
                        },
                        false);
            }
        }
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** @param sum whether the step is the sum of those above it */
    record StepJson(String step, MoneyJson computed, MoneyJson stored, boolean sum, boolean agrees) {}

    record ProofJson(String number, long rows, boolean holds, List<StepJson> steps) {

        static ProofJson of(Proof proof) {
            return new ProofJson(
                    proof.number(),
                    proof.rows(),
                    proof.holds(),
                    proof.steps().stream()
                            .map(step -> new StepJson(
                                    step.code(),
                                    money(proof, step.computed()),
                                    money(proof, step.stored()),
                                    step.sum(),
                                    step.agrees()))
                            .toList());
        }

        private static MoneyJson money(Proof proof, BigDecimal value) {
            return MoneyJson.of(new Money(proof.currency(), new BigDecimal(plain(value))));
        }
    }
}
