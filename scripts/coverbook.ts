#!/usr/bin/env node
import './coverbook.mjs';
