package io.factuur.operations.api;

import io.factuur.operations.Backup;
import io.factuur.operations.Backups;
import io.factuur.security.CurrentPerson;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/backups")
class BackupController {

    private final Backups backups;
    private final CurrentPerson me;

    BackupController(Backups backups, CurrentPerson me) {
        this.backups = backups;
        this.me = me;
    }

    /** Makes a backup on the server and answers when it is whole. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Backup make() {
        return backups.make(me.get());
    }

    @GetMapping
    List<Backup> list() {
        return backups.list(me.get());
    }
}
