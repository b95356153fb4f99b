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
    kept BOOLEAN DEFAULT false NOT NULL,
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

CREATE TABLE components (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    code TEXT NOT NULL,
    shape VARCHAR NOT NULL,
    facts JSON NOT NULL,
    schema JSON NOT NULL,
    licence VARCHAR NOT NULL,
    manim VARCHAR NOT NULL,
    model VARCHAR NOT NULL,
    vectors BYTEA,
    look VARCHAR NOT NULL,
    thumbnail VARCHAR NOT NULL,
    box JSON NOT NULL,
    proof JSON NOT NULL,
    cost DOUBLE PRECISION NOT NULL,
    size INTEGER NOT NULL,
    uses INTEGER NOT NULL,
    successes INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    indexed BOOLEAN NOT NULL,
    due BOOLEAN NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    used_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE component_sources (
    id SERIAL NOT NULL,
    component VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    scene VARCHAR NOT NULL,
    wish VARCHAR NOT NULL,
    model VARCHAR NOT NULL,
    licence VARCHAR NOT NULL,
    commit VARCHAR NOT NULL,
    found_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(component) REFERENCES components (id) ON DELETE CASCADE
);

CREATE TABLE component_parents (
    component VARCHAR NOT NULL,
    parent VARCHAR NOT NULL,
    PRIMARY KEY (component, parent),
    FOREIGN KEY(component) REFERENCES components (id) ON DELETE CASCADE
);

CREATE TABLE component_harvests (
    id VARCHAR NOT NULL,
    scene VARCHAR NOT NULL,
    code TEXT NOT NULL,
    origin JSON NOT NULL,
    tries INTEGER NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE wish_results (
    id VARCHAR NOT NULL,
    family VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    options JSON NOT NULL,
    setting VARCHAR NOT NULL,
    version VARCHAR NOT NULL,
    drawing VARCHAR NOT NULL,
    files JSON NOT NULL,
    details JSON NOT NULL,
    plan JSON NOT NULL,
    said VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    size INTEGER NOT NULL,
    seconds DOUBLE PRECISION NOT NULL,
    uses INTEGER NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    used_at TIMESTAMP WITH TIME ZONE NOT NULL,
    until TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (id)
);

CREATE TABLE wish_aliases (
    key VARCHAR NOT NULL,
    result VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (key)
);

CREATE TABLE wish_meanings (
    id VARCHAR NOT NULL,
    vector BYTEA NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE wish_failures (
    key VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    message VARCHAR NOT NULL,
    advice VARCHAR NOT NULL,
    more JSON NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    until TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (key)
);
