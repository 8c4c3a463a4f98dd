#include <libpq-fe.h>

// Swift does not see macros that are characters.
static const int termwise_field_severity = PG_DIAG_SEVERITY_NONLOCALIZED;
static const int termwise_field_state = PG_DIAG_SQLSTATE;
static const int termwise_field_message = PG_DIAG_MESSAGE_PRIMARY;
static const int termwise_field_constraint = PG_DIAG_CONSTRAINT_NAME;
