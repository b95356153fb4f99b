CREATE TABLE api_keys (
    id VARCHAR(16) NOT NULL,
    hash VARCHAR(64) NOT NULL,
    owner VARCHAR(64) NOT NULL,
    name VARCHAR(80) NOT NULL,
    scopes VARCHAR(80) NOT NULL,
    quota INTEGER NOT NULL,
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    used TIMESTAMP WITH TIME ZONE,
    revoked TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (id),
    UNIQUE (hash)
);

CREATE TABLE jobs (
    id VARCHAR(32) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    owner VARCHAR(64) NOT NULL,
    project VARCHAR(80) NOT NULL,
    conversation VARCHAR(32) NOT NULL,
    parent VARCHAR(32),
    prompt TEXT NOT NULL,
    wish TEXT NOT NULL,
    request JSON NOT NULL,
    status VARCHAR(16) NOT NULL,
    stage VARCHAR(32) NOT NULL,
    progress DOUBLE PRECISION NOT NULL,
    cancel BOOLEAN NOT NULL,
    remake BOOLEAN NOT NULL,
    claim VARCHAR(32),
    beats INTEGER NOT NULL,
    takeovers INTEGER NOT NULL,
    title TEXT NOT NULL,
    code TEXT,
    scenes JSON NOT NULL,
    error JSON,
    findings JSON NOT NULL,
    notes JSON,
    components JSON NOT NULL,
    attempts INTEGER NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    cache VARCHAR(16) NOT NULL,
    usage JSON NOT NULL,
    timings JSON NOT NULL,
    duration DOUBLE PRECISION NOT NULL,
    files JSON NOT NULL,
    size BIGINT NOT NULL,
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    started TIMESTAMP WITH TIME ZONE,
    finished TIMESTAMP WITH TIME ZONE,
    expires TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (id)
);

CREATE TABLE attempts (
    job VARCHAR(32) NOT NULL,
    scene INTEGER NOT NULL,
    number INTEGER NOT NULL,
    code TEXT NOT NULL,
    failure JSON NOT NULL,
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (job, scene, number),
    FOREIGN KEY(job) REFERENCES jobs (id) ON DELETE CASCADE
);

CREATE TABLE feedback (
    id VARCHAR(32) NOT NULL,
    job VARCHAR(32) NOT NULL,
    owner VARCHAR(64) NOT NULL,
    thumb VARCHAR(4) NOT NULL,
    text TEXT NOT NULL,
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (job, owner),
    FOREIGN KEY(job) REFERENCES jobs (id) ON DELETE CASCADE
);
