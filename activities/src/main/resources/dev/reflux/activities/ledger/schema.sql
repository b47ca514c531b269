-- Plain enough for SQLite and PostgreSQL alike. The reply comes last: the books then read no page that only holds replies.
CREATE TABLE IF NOT EXISTS teacher_call (
    call_key       VARCHAR(64)      NOT NULL PRIMARY KEY,
    campaign       VARCHAR(100)     NOT NULL,
    round          INTEGER          NOT NULL,
    stage          VARCHAR(100)     NOT NULL,
    model          VARCHAR(200)     NOT NULL,
    input_tokens   BIGINT           NOT NULL,
    cached_tokens  BIGINT           NOT NULL,
    output_tokens  BIGINT           NOT NULL,
    cost_usd       DOUBLE PRECISION NOT NULL,
    latency_millis BIGINT           NOT NULL,
    finished_at    VARCHAR(40)      NOT NULL,
    sample         TEXT,
    reply          TEXT             NOT NULL
);

CREATE INDEX IF NOT EXISTS teacher_call_paid ON teacher_call (campaign, round, stage, model, cost_usd);

CREATE INDEX IF NOT EXISTS teacher_call_sample ON teacher_call (sample, campaign);
