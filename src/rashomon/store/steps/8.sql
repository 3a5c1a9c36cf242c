-- Records of the stream that are no more are found without reading the others.
CREATE INDEX stream_gone ON stream (changed) WHERE record = x'';
