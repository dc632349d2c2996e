package io.factuur.usage;

import io.factuur.file.FileDraft;
import io.factuur.file.FileJob;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Usage files made in the background: {@code {"kind": "usage", "scope": …, "period": …}}, the rest as for a download. */
@Component
class UsageFileJob implements FileJob {

    static final String KIND = "usage";

    private final UsageFiles files;
    private final JsonMapper json;

    UsageFileJob(UsageFiles files, JsonMapper json) {
        this.files = files;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public FileDraft draft(String order, Person person) {
        return files.look(request(order), person);
    }

    private UsageRequest request(String order) {
        try {
            return UsageRequest.of(json.readValue(order, UsageOrder.class));
        } catch (JacksonException unreadable) {
            throw Problem.invalid("problem.body");
        }
    }
}
